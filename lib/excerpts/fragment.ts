// Links to a passage of a live page by its words: https://wicg.github.io/scroll-to-text-fragment/.

/** `address` with a text fragment for the passage from `start` to `end` of `text`, which was read from that page. */
export function linkerTo(address: string, text: string, language: string) {
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  const lowered = text.toLowerCase()
  const isOnce = (passage: string) => {
    const first = lowered.indexOf(passage.toLowerCase())
    return first < 0 || lowered.indexOf(passage.toLowerCase(), first + 1) < 0
  }
  return (start: number, end: number): string => {
    const { from, to, isRange } = termsOf(text.slice(start, end), words)
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

/** The first `count` words of the first line, or, counted from the end, the last ones of the last line. */
function someWords(text: string, words: Intl.Segmenter, count: number): string {
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

// Beside what an address always encodes: these three have a meaning of their own inside a text fragment.
function encoded(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll('-', '%2D')
}
