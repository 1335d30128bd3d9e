// Reads the page number of a list (pagination) from an address.

/** A page number: missing is 1, malformed is null. Whole numbers from 1 to 99,999 are numbers of pages. */
export function readPageNumber(text: string | undefined): number | null {
  if (!text) return 1
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null
}
