// Tokenisation and stemming: knows what counts as the same word, and where each stands.

import { stem } from '#engines/text/stem.ts'

export type Token = { raw: string; key: string; start: number; end: number }

const word = /(?:\p{Lu}\.){2,}|\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}]]+/gv
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })
export const han = /\p{Script=Han}/u

/** Acronyms keep their capitals, so that US is not "us" and AI not a syllable. */
function wordKey(raw: string): string {
  const bare = raw.replaceAll('.', '')
  return /^\p{Lu}[\p{Lu}\p{N}]{1,4}s?$/u.test(bare) ? bare.replace(/s$/, '') : stem(bare.toLowerCase())
}

export function tokens(text: string, from = 0): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(word)) {
    const [raw] = match
    if (han.test(raw)) {
      for (const { segment, index } of chinese.segment(raw)) {
        const start = from + match.index + index
        found.push({ raw: segment, key: segment, start, end: start + segment.length })
      }
      continue
    }
    if (raw === 's' && /[’']/.test(text[match.index - 1] ?? '')) continue
    found.push({ raw, key: wordKey(raw), start: from + match.index, end: from + match.index + raw.length })
  }
  return found
}
