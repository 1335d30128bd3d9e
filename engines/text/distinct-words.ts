// Finds the distinct words of a text: those of one side that the other sides did not use.

import { stem } from '#engines/text/stem.ts'

const plain = new Set(
  `a an and are as at be been but by for from had has have he her his if in into is it its more no not of on or our she
  should so than that the their them there they this to was we were what when which who will with would you your
  的 了 和 与 在 是 对 为 将 等 就 以 并 及 也 都 要 又 向 从 这 那 我 你 他 她 我们 他们 双方`.split(/\s+/),
)

type WordPart = { text: string; isOwn: boolean }

/**
 * Cuts a text into parts, and says of each whether it is a word that stands in none of the others' texts. Words that
 * carry no meaning never are; English words count as the same with another ending.
 */
export function distinctWords(text: string, others: string[], language: string): WordPart[] {
  const used = new Set(others.flatMap((each) => words(each, language).map(({ key }) => key)))
  const parts: WordPart[] = []
  for (const { segment, key } of words(text, language)) {
    const isOwn = key !== '' && !used.has(key)
    const last = parts.at(-1)
    if (last && last.isOwn === isOwn) last.text += segment
    else parts.push({ text: segment, isOwn })
  }
  return parts.reduce<WordPart[]>(joined, [])
}

// Words of one's own that follow each other are one part, with the space between them.
function joined(parts: WordPart[], part: WordPart): WordPart[] {
  const [before, space] = parts.slice(-2)
  if (!part.isOwn || !before?.isOwn || space?.text.trim() !== '') return [...parts, part]
  return [...parts.slice(0, -2), { text: before.text + space.text + part.text, isOwn: true }]
}

/** Every segment in order; those that are no words, or plain ones, have an empty key. */
function words(text: string, language: string): { segment: string; key: string }[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment, isWordLike }) => {
    const word = segment.toLowerCase().replace(/[’']s$/, '')
    return { segment, key: isWordLike && !plain.has(word) ? stem(word) : '' }
  })
}
