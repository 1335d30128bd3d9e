// Slugs: what may stand in an address as the name of a summit, an area or a party.

/** Whether a text can be a slug or a party's code; asked before the database is. */
export function isSlug(text: string): boolean {
  return /^[A-Za-z0-9-]{1,80}$/.test(text)
}

/** A slug made of a name: its letters and digits of ASCII, small, with hyphens for the rest; '' where there are none. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}
