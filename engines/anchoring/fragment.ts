// Text fragments (#:~:text=), links to words of a page: https://wicg.github.io/scroll-to-text-fragment/.

import { inWholeWords, someWords } from '#engines/anchoring/words.ts'

/** `address` with a text fragment for the passage from `start` to `end` of `text`, which was read from that page. */
export function linkerTo(address: string, text: string, language: string) {
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  const lowered = text.toLowerCase()
  const isOnce = (passage: string) => {
    const first = lowered.indexOf(passage.toLowerCase())
    return first < 0 || lowered.indexOf(passage.toLowerCase(), first + 1) < 0
  }
  return (start: number, end: number): string => {
    const { from, to, isRange } = termsOf(inWholeWords(text, start, end), words)
    if (from === '') return address
    const terms = [encoded(from), ...(isRange ? [encoded(to)] : [])]
    if (!isOnce(from)) {
      const before = someWords(text.slice(Math.max(0, start - 200), start), words, -around)
      const after = someWords(text.slice(end, end + 200), words, around)
      if (before) terms.unshift(`${encoded(before)}-`)
      if (after) terms.push(`-${encoded(after)}`)
    }
    return `${address}${address.includes('#') ? '' : '#'}:~:text=${terms.join(',')}`
  }
}

const longest = 150
const inRange = 5
const around = 3

/** The whole quote, or its first and last words where it is long or runs over blocks, in which one term cannot match. */
function termsOf(exact: string, words: Intl.Segmenter): { from: string; to: string; isRange: boolean } {
  const whole = exact.trim()
  if (whole.length <= longest && !/[\n\t]/.test(whole)) return { from: whole, to: '', isRange: false }
  const from = someWords(whole, words, inRange)
  // The browser ends at the first `to` after `from`: more words, until that is the end that is meant.
  for (let count = inRange; ; count++) {
    const to = someWords(whole, words, -count)
    const place = whole.toLowerCase().indexOf(to.toLowerCase(), from.length)
    if (place < 0 || place + to.length >= whole.length || to === someWords(whole, words, -count - 1))
      return { from, to, isRange: true }
  }
}

// Beside what an address always encodes: these three have a meaning of their own inside a text fragment.
function encoded(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll('-', '%2D')
}
