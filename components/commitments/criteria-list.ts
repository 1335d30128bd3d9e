/** The rows of criteria in a commitment's form. */
export const criteriaList = { name: 'criteria', parts: ['en', 'zh'], most: 20 } as const
