// The picture that stands for a page where it is shared (Open Graph image): 1200 × 630, as SVG. Pure.

import { wrapText } from '#lib/charts/line-breaks.ts'
import { accent, edge, ink, paper, softInk, statusColour, svgRule } from '#lib/charts/palette.ts'
import { svgTag, svgText } from '#lib/charts/svg.ts'
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

export const cardSize = { width: 1200, height: 630 }
const left = 72
const wide = cardSize.width - 2 * left
const right = left + wide

/** Icons of 24 × 24, drawn as the pages draw them: a shape of its own for each status. */
const icons: Record<Status, string> = {
  NOT_STARTED: svgTag('circle', { cx: 12, cy: 12, r: 9 }),
  UNDER_WAY: svgTag('path', { d: 'M6 4L20 12L6 20Z' }),
  PARTLY_KEPT: svgTag('path', { d: 'M4 13l5 5L20 7' }),
  KEPT: svgTag('path', { d: 'M1 13l5 5L17 7M12 18L23 7' }),
  STALLED: svgTag('path', { d: 'M8 4V20M16 4V20' }),
  BROKEN: svgTag('circle', { cx: 12, cy: 12, r: 9 }) + svgTag('path', { d: 'M6 6L18 18' }),
}

const bold = { 'font-weight': 700 }
const atEnd = { 'text-anchor': 'end' }
const sized = (size: number, fill = ink) => ({ 'font-size': size, fill })

function spansDrawn(spans: Span[], y: number): string {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return ''
  const whole = Math.max(1, daysBetween(first.from, last.to))
  const x = (day: string) => left + (wide * daysBetween(first.from, day)) / whole
  const pieces = spans.map(({ from, to, status }) => {
    const place = { x: x(from), width: Math.max(2, x(to) - x(from)) }
    return status
      ? svgTag('rect', { ...place, y, height: 44, fill: statusColour(status) })
      : svgTag('rect', { ...place, y: y + 21, height: 2, fill: edge })
  })
  return [
    ...pieces,
    svgText(left, y + 78, first.from.slice(0, 4), sized(24, softInk)),
    svgText(right, y + 78, last.to.slice(0, 4), { ...sized(24, softInk), ...atEnd }),
  ].join('')
}

function tallyDrawn({ counts, none, total }: Tally, y: number): string {
  let x = left
  const piece = (status: Status | null, count: number) => {
    if (!count) return ''
    const width = (wide * count) / Math.max(1, total)
    const at = x
    x += width
    const place = { x: at, y, width: Math.max(1, width - 3), height: 44 }
    const number = { ...sized(28, status ? '#ffffff' : ink), ...bold }
    return [
      svgTag('rect', { ...place, fill: status ? statusColour(status) : svgRule }),
      width > 40 ? svgText(at + 12, y + 33, String(count), number) : '',
      status && width > 110 ? iconOf(status, at + width - 44, y + 6, 32, '#ffffff') : '',
    ].join('')
  }
  return [...statusOrder.map((status) => piece(status, counts[status])), piece(null, none)].join('')
}

function iconOf(status: Status, x: number, y: number, width: number, stroke: string): string {
  const drawn = { fill: 'none', stroke, 'stroke-width': 2.5 }
  const ends = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  const transform = `translate(${x.toFixed(1)} ${y}) scale(${width / 24})`
  return svgTag('g', { transform, ...drawn, ...ends }, icons[status])
}

function statusDrawn({ status, word }: NonNullable<Card['status']>, y: number): string {
  const icon = status ? iconOf(status, left, y - 14, 40, statusColour(status)) : ''
  return icon + svgText(status ? left + 56 : left, y + 20, word, { ...sized(38), ...bold })
}

export function cardSvg({ above, title, status, said, asOf, drawn }: Card): string {
  const titled = wrapText(title, 62, wide, 3, true)
  const below = 156 + Math.max(1, titled.length) * 74
  const room = titled.length > 2 ? 1 : 2
  const from = status ? below + 74 : below + 10
  const sentence = wrapText(said, 30, wide, status ? room : 3)
  return svgTag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...cardSize, 'font-family': 'Noto Sans S Chinese' },
    svgTag('rect', { ...cardSize, fill: paper }),
    svgTag('rect', { width: cardSize.width, height: 10, fill: accent }),
    svgText(left, 88, wrapText(above, 28, wide, 1)[0] ?? '', sized(28, softInk)),
    ...titled.map((line, at) => svgText(left, 170 + at * 74, line, { ...sized(62), ...bold })),
    status ? statusDrawn(status, below) : '',
    ...sentence.map((line, at) => svgText(left, from + at * 42, line, sized(30, softInk))),
    'spans' in drawn ? spansDrawn(drawn.spans, 452) : tallyDrawn(drawn.tally, 470),
    svgText(left, 592, asOf, sized(26, softInk)),
    svgText(right, 592, 'Followthrough', { ...sized(30), ...bold, ...atEnd }),
  )
}
