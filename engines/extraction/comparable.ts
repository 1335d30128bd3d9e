// Normalises texts so that they can be compared: without case, width and punctuation.

export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What share of the words of one text the other has. */
export function shareOfWords(one: string, other: string): number {
  const words = comparable(one).split(' ')
  const known = new Set(comparable(other).split(' '))
  return words.filter((word) => known.has(word)).length / words.length
}
