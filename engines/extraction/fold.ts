// Texts as they are compared: without case, width and punctuation.

export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What share of the words of one text the other has. */
export function shared(one: string, other: string): number {
  const words = folded(one).split(' ')
  const known = new Set(folded(other).split(' '))
  return words.filter((word) => known.has(word)).length / words.length
}
