// Text-quote and text-position selectors: anchor a quote in a text by its exact words, what stands around
// them, and where. Pure, and safe in the browser.
// Selectors as in the W3C Web Annotation Data Model, 4.2.4 and 4.2.5; offsets here are UTF-16, as in JavaScript.

import { wholeAt } from '#engines/anchoring/fold.ts'

export type Anchor = { exact: string; prefix: string; suffix: string; start: number; end: number }

const contextLength = 32

/** The anchor of text.slice(start, end), with up to 32 characters of context that never cut what is one character. */
export function anchorAt(text: string, start: number, end: number): Anchor {
  const from = Math.min(start, wholeAt(text, Math.max(0, start - contextLength), 'after'))
  const to = Math.max(end, wholeAt(text, Math.min(text.length, end + contextLength), 'before'))
  return {
    exact: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
    start,
    end,
  }
}

/** Whether a passage begins and ends between what a reader sees as characters. */
export function isWhole(text: string, start: number, end: number): boolean {
  return wholeAt(text, start, 'before') === start && wholeAt(text, end, 'before') === end
}

/** Every place where `exact` stands, overlapping ones too, in order; the first ten thousand of them. */
export function locate(text: string, exact: string): number[] {
  const found: number[] = []
  if (exact === '') return found
  for (let at = text.indexOf(exact); at >= 0 && found.length < mostPlaces; at = text.indexOf(exact, at + 1))
    found.push(at)
  return found
}

const mostPlaces = 10_000

const shownContext = 120

/** Up to 120 characters on each side of a passage, cut at words, without the paragraphs beyond. */
export function contextOf(text: string, start: number, end: number): { before: string; after: string } {
  const from = Math.max(0, start - shownContext)
  const before =
    text
      .slice(wholeAt(text, from, 'after'), start)
      .split('\n')
      .at(-1) ?? ''
  const after =
    text.slice(end, wholeAt(text, Math.min(text.length, end + shownContext), 'before')).split('\n')[0] ?? ''
  const isCutBefore = before.length === start - from && from > 0
  const isCutAfter = after.length >= shownContext - 1
  return {
    before: isCutBefore ? `…${before.replace(/^[\w’'-]*\s?/, '')}` : before,
    after: isCutAfter ? `${after.replace(/\s?[\w’'-]*$/, '')}…` : after,
  }
}
