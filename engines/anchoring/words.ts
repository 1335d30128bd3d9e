// Word boundaries (Intl.Segmenter): where words begin and end in a passage, Chinese ones too.

/** The passage without what is only part of a word at its ends: browsers match whole words. */
export function inWholeWords(text: string, start: number, end: number): string {
  const exact = text.slice(start, end)
  const head = letter.test(text.charAt(start - 1)) ? exact.replace(lettersFirst, '') : exact
  return letter.test(text.charAt(end)) ? head.replace(lettersLast, '') : head
}

const letter = /(?!\p{Script=Han})[\p{L}\p{N}]/u
const lettersFirst = /^(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/u
const lettersLast = /(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+$/u

/** The first `count` words of the first line, or, counted from the end, the last ones of the last line. */
export function someWords(text: string, words: Intl.Segmenter, count: number): string {
  const line =
    text
      .trim()
      .split(/[\n\t]/)
      .at(count > 0 ? 0 : -1) ?? ''
  const spoken = [...words.segment(line)].filter(({ isWordLike }) => isWordLike)
  const edge = count > 0 ? spoken.slice(0, count).at(-1) : spoken.slice(count)[0]
  if (!edge) return line.trim()
  return (count > 0 ? line.slice(0, edge.index + edge.segment.length) : line.slice(edge.index)).trim()
}
