// The picture that stands for a page where it is shared: 1200 × 630, as SVG. Pure; lib/sharing/picture.ts makes the PNG.

import { daysBetween } from '#lib/dates.ts'
import type { Span } from '#lib/progress/ribbon.ts'
import type { Tally } from '#lib/progress/rules.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'

export type Card = {
  /** Where it belongs: a summit and a reference. */
  above: string
  title: string
  status: { status: Status | null; word: string } | null
  /** The sentence that answers. */
  said: string
  asOf: string
  /** What is drawn below: one commitment's history, or how many stand where. */
  drawn: { spans: Span[] } | { tally: Tally }
}

export const size = { width: 1200, height: 630 }
const left = 72
const wide = size.width - 2 * left
const colours = {
  NOT_STARTED: '#8e9399',
  UNDER_WAY: '#4072e4',
  PARTLY_KEPT: '#6d198c',
  KEPT: '#146d5d',
  STALLED: '#c67e00',
  BROKEN: '#6f0000',
} as const satisfies Record<Status, string>
const ink = '#1c1b18'
const soft = '#5c574c'

/** Icons of 24 × 24, drawn as the pages draw them: a shape of its own for each status. */
const icons: Record<Status, string> = {
  NOT_STARTED: '<circle cx="12" cy="12" r="9"/>',
  UNDER_WAY: '<path d="M6 4L20 12L6 20Z"/>',
  PARTLY_KEPT: '<path d="M4 13l5 5L20 7"/>',
  KEPT: '<path d="M1 13l5 5L17 7M12 18L23 7"/>',
  STALLED: '<path d="M8 4V20M16 4V20"/>',
  BROKEN: '<circle cx="12" cy="12" r="9"/><path d="M6 6L18 18"/>',
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML has no place for control characters, however they are written.
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? '')

type Set = { y: number; size: number; bold?: boolean; fill?: string; x?: number; end?: boolean }

function line(text: string, { x = left, y, size, bold = false, fill = ink, end = false }: Set): string {
  const weight = bold ? ' font-weight="700"' : ''
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${weight}${end ? ' text-anchor="end"' : ''}>${escaped(text)}</text>`
}

/** About how wide a text is set, in em: Han are square, capitals wide, the rest a little over half. */
export function widthOf(text: string): number {
  let em = 0
  for (const sign of text)
    em += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…]/.test(sign)
      ? 1
      : /[A-ZMWm\d%@]/.test(sign)
        ? 0.68
        : 0.54
  return em
}

// A word wider than a line is broken anywhere.
function words(text: string, most: number): string[] {
  const found = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
  return found.flatMap(({ segment }) => (widthOf(segment) > most ? [...segment] : [segment]))
}

/** Breaks a text between words into lines of at most so many em; what does not fit into the last ends with an ellipsis. */
export function broken(text: string, most: number, lines: number): string[] {
  const made: string[] = []
  let now = ''
  for (const segment of words(text.slice(0, 1_000), most)) {
    // A line neither begins with a closing mark nor with the space before its first word.
    const mayBreak = !/^[\s\p{Pe}\p{Pf}，。、；：！？,.;:!?)]/u.test(segment)
    if (now && mayBreak && widthOf(now + segment) > most) {
      made.push(now.trimEnd())
      now = ''
    }
    now += segment
  }
  made.push(now)
  if (made.length <= lines) return made
  const last = [...(made[lines - 1] ?? '')]
  while (last.length && widthOf(last.join('')) > most - 1) last.pop()
  return [...made.slice(0, lines - 1), `${last.join('').trimEnd()}…`]
}

function spansDrawn(spans: Span[], y: number): string {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return ''
  const whole = Math.max(1, daysBetween(first.from, last.to))
  const x = (day: string) => left + (wide * daysBetween(first.from, day)) / whole
  const pieces = spans.map(({ from, to, status }) => {
    const width = Math.max(2, x(to) - x(from)).toFixed(1)
    const at = `x="${x(from).toFixed(1)}" width="${width}"`
    return status
      ? `<rect ${at} y="${y}" height="44" fill="${colours[status]}"/>`
      : `<rect ${at} y="${y + 21}" height="2" fill="#857d6c"/>`
  })
  const years = [first.from.slice(0, 4), last.to.slice(0, 4)]
  return `${pieces.join('')}${line(years[0] ?? '', { y: y + 78, size: 24, fill: soft })}${line(years[1] ?? '', { y: y + 78, size: 24, fill: soft, x: left + wide, end: true })}`
}

function tallyDrawn({ counts, none, total }: Tally, y: number): string {
  let x = left
  const piece = (status: Status | null, count: number) => {
    if (!count) return ''
    const width = (wide * count) / Math.max(1, total)
    const at = x
    x += width
    const mark = status && width > 110 ? iconOf(status, at + width - 44, y + 6, 32, '#ffffff') : ''
    const number = { x: at + 12, y: y + 33, size: 28, bold: true, fill: status ? '#ffffff' : ink }
    return [
      `<rect x="${at.toFixed(1)}" y="${y}" width="${Math.max(1, width - 3).toFixed(1)}" height="44" fill="${status ? colours[status] : '#d9d3c5'}"/>`,
      width > 40 ? line(String(count), number) : '',
      mark,
    ].join('')
  }
  return [...statusOrder.map((status) => piece(status, counts[status])), piece(null, none)].join('')
}

function iconOf(status: Status, x: number, y: number, width: number, stroke: string): string {
  return `<g transform="translate(${x.toFixed(1)} ${y}) scale(${width / 24})" fill="none" stroke="${stroke}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${icons[status]}</g>`
}

export function svgOf({ above, title, status, said, asOf, drawn }: Card): string {
  const titled = broken(title, wide / 62, 3)
  const below = 156 + titled.length * 74
  const room = titled.length > 2 ? 1 : 2
  const marked = status
    ? `${status.status ? iconOf(status.status, left, below - 14, 40, colours[status.status]) : ''}${line(status.word, { x: status.status ? left + 56 : left, y: below + 20, size: 38, bold: true })}`
    : ''
  const from = status ? below + 74 : below + 10
  const sentence = broken(said, wide / 30, status ? room : 3)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" font-family="Noto Sans S Chinese">`,
    `<rect width="1200" height="630" fill="#fdfcf9"/><rect width="1200" height="10" fill="#0b5069"/>`,
    line(broken(above, wide / 28, 1)[0] ?? '', { y: 88, size: 28, fill: soft }),
    ...titled.map((text, at) => line(text, { y: 170 + at * 74, size: 62, bold: true })),
    marked,
    ...sentence.map((text, at) => line(text, { y: from + at * 42, size: 30, fill: soft })),
    'spans' in drawn ? spansDrawn(drawn.spans, 452) : tallyDrawn(drawn.tally, 470),
    line(asOf, { y: 592, size: 26, fill: soft }),
    line('Followthrough', { y: 592, size: 30, bold: true, x: left + wide, end: true }),
    '</svg>',
  ].join('')
}
