// Knows what counts as the same word: tokens with their places, and plain stems.

export type Token = { raw: string; key: string; start: number; end: number }

const word = /(?:\p{Lu}\.){2,}|\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}]]+/gv
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })
export const han = /\p{Script=Han}/u

/** A light stem: cooperation, cooperate and cooperating become one; short words stay whole. */
export function stem(lower: string): string {
  if (lower.length < 4) return lower
  const single = lower.replace(/ies$/, 'y').replace(/([^su])s$/, '$1')
  const bare = single.replace(/(?:ations?|ing|ion|ive|ment|ed|e)$/, '')
  if (bare.length < 3) return single
  return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/(\w{3})at$/, '$1')
}

/** Acronyms keep their capitals, so that US is not "us" and AI not a syllable. */
export function keyOf(raw: string): string {
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
    found.push({ raw, key: keyOf(raw), start: from + match.index, end: from + match.index + raw.length })
  }
  return found
}
