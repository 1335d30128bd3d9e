// Anchors a quote in a text: exact words, what stands around them, and where. Pure, and safe in the browser.
// Selectors as in the W3C Web Annotation Data Model, 4.2.4 and 4.2.5; offsets here are UTF-16, as in JavaScript.

import search from 'approx-string-match'

export type Anchor = { exact: string; prefix: string; suffix: string; start: number; end: number }

const contextLength = 32

/** The anchor of text.slice(start, end), with up to 32 characters of context that never cut a surrogate pair. */
export function anchorAt(text: string, start: number, end: number): Anchor {
  const from = whole(text, Math.max(0, start - contextLength), 1)
  const to = whole(text, Math.min(text.length, end + contextLength), -1)
  return {
    exact: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
    start,
    end,
  }
}

function whole(text: string, at: number, step: 1 | -1): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1))
    ? at + step
    : at
}

/** Every place where `exact` stands, overlapping ones too, in order. */
export function locate(text: string, exact: string): number[] {
  const found: number[] = []
  if (exact === '') return found
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) found.push(at)
  return found
}

/** A copy in which look-alikes are alike, and for each of its characters the offset in the original. */
export function folded(text: string): { text: string; offsets: number[] } {
  let copy = ''
  const offsets: number[] = []
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const unit = fold(character)
    if (!(unit === ' ' && copy.endsWith(' '))) {
      for (let each = 0; each < unit.length; each++) offsets.push(at)
      copy += unit
    }
    at += character.length
  }
  return { text: copy, offsets: [...offsets, text.length] }
}

function fold(character: string): string {
  if (/[\u00AD\u200B-\u200D\u2060\uFEFF]/.test(character)) return ''
  if (/\s/.test(character)) return ' '
  if (/[\u2018\u2019\u201A\u201B\u2032]/.test(character)) return "'"
  if (/[\u201C-\u201F\u2033]/.test(character)) return '"'
  if (/[\u2010-\u2015\u2212]/.test(character)) return '-'
  return character.normalize('NFKC').toLowerCase()
}

/**
 * The passage most like the wanted words, with its likeness from 0 to 1; null below 0.6. Only ever a proposal:
 * look-alike characters and up to two in five wrong ones are forgiven, so a person must confirm it.
 */
export function nearest(
  text: string,
  wanted: string,
): { start: number; end: number; likeness: number } | null {
  const copy = folded(text)
  const pattern = folded(wanted).text.trim().slice(0, 400)
  if (pattern === '') return null
  const same = copy.text.indexOf(pattern)
  const best =
    same >= 0 ? { start: same, end: same + pattern.length, errors: 0 } : closest(copy.text, pattern)
  if (!best) return null
  const [start, end] = [copy.offsets[best.start], copy.offsets[best.end]]
  if (start === undefined || end === undefined || end <= start) return null
  return { start, end, likeness: 1 - best.errors / pattern.length }
}

function closest(text: string, pattern: string) {
  const matches = search(text.slice(0, 200_000), pattern, Math.floor(pattern.length * 0.4))
  return matches.sort((a, b) => a.errors - b.errors || b.end - b.start - (a.end - a.start))[0]
}

const shownContext = 120

/** Up to 120 characters on each side of a passage, cut at words, without the paragraphs beyond. */
export function contextOf(text: string, start: number, end: number): { before: string; after: string } {
  const from = Math.max(0, start - shownContext)
  const before =
    text
      .slice(whole(text, from, 1), start)
      .split('\n')
      .at(-1) ?? ''
  const after =
    text.slice(end, whole(text, Math.min(text.length, end + shownContext), -1)).split('\n')[0] ?? ''
  const isCutBefore = before.length === start - from && from > 0
  const isCutAfter = after.length >= shownContext - 1
  return {
    before: isCutBefore ? `…${before.replace(/^[\w’'-]*\s?/, '')}` : before,
    after: isCutAfter ? `${after.replace(/\s?[\w’'-]*$/, '')}…` : after,
  }
}

export type Piece = { text: string; start: number; ids: string[] }

/** A text cut at every beginning and end of its excerpts: each piece knows which excerpts cover it, overlaps too. */
export function pieces(text: string, marks: { id: string; start: number; end: number }[], from = 0): Piece[] {
  const to = from + text.length
  const inside = marks.filter((mark) => mark.start < to && mark.end > from)
  const edges = new Set([
    from,
    to,
    ...inside.flatMap((mark) => [Math.max(from, mark.start), Math.min(to, mark.end)]),
  ])
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).flatMap((start, at) => {
    const end = cuts[at + 1] ?? to
    const ids = inside.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.id)
    return end > start ? [{ text: text.slice(start - from, end - from), start, ids }] : []
  })
}
