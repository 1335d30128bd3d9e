/** The rows of parties in a summit's form. */
export const partiesList = {
  name: 'parties',
  parts: ['code', 'name.en', 'name.zh', 'leader.en', 'leader.zh'],
  most: 50,
} as const
