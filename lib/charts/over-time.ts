// Time-series charts as SVG: ribbons (timelines of status), stacked steps, and the score.

import { area, curveStepAfter, line } from 'd3-shape'
import { wrapText } from '#lib/charts/line-breaks.ts'
import { accent, edge, ink, paper, softInk, svgRule } from '#lib/charts/palette.ts'
import { svgPathData } from '#lib/charts/path.ts'
import type { ChartData } from '#lib/charts/rules.ts'
import { fill, innerWidth, margin, svgLines, svgTag, svgText } from '#lib/charts/svg.ts'
import { dateInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type Axis, placesOn, ticksOf } from '#lib/progress/axis.ts'
import { spansOf, stretchesOf } from '#lib/progress/ribbon.ts'
import { inForce, scoreInWords } from '#lib/progress/rules.ts'
import { layersOf, spreadLabels } from '#lib/progress/steps.ts'
import { noUpdate, statuses } from '#lib/updates/rules.ts'

export type SvgPart = { body: string; height: number }

/** Lines for the years, their names, and the line of the day asked for, from `top` to `foot`. */
function timeAxis(
  axis: Axis,
  left: number,
  right: number,
  top: number,
  foot: number,
  language: Language,
): string {
  const x = placesOn(axis, right - left)
  const now = left + x(axis.on)
  const ticks = ticksOf(axis, language).map(({ day, label }) => {
    const at = left + x(day)
    const stroke = { x1: at, x2: at, y1: top, y2: foot, stroke: svgRule }
    return (
      svgTag('line', stroke) +
      svgText(at, foot + 18, label, { 'text-anchor': 'middle', 'font-size': 13, fill: softInk })
    )
  })
  const said = wordsOf(language, 'charts')('asOf', { day: dateInWords(axis.on, 'DAY', language) })
  const anchor = now > right - 90 ? 'end' : now < left + 90 ? 'start' : 'middle'
  return (
    ticks.join('') +
    svgTag('line', { x1: now, x2: now, y1: top - 4, y2: foot + 6, stroke: accent, 'stroke-width': 2 }) +
    svgText(now, foot + 38, said, {
      'text-anchor': anchor,
      'font-size': 13,
      'font-weight': 600,
      fill: accent,
    })
  )
}

const labels = 400
const axisFoot = 50

export function drawRibbons(
  { lines: each, axis }: ChartData & { chart: 'ribbons' },
  top: number,
  language: Language,
): SvgPart {
  const [left, right] = [margin + labels, margin + innerWidth]
  const x = placesOn(axis, right - left)
  let y = top
  const rows = each.map((one) => {
    const title = wrapText(say(one.title, language).text, 15, labels - 32, 2)
    const { overall } = inForce(one.updates)
    const status = overall ? statuses[overall.status].word[language] : noUpdate[language]
    const middle = y + 20
    const spans = spansOf(one.madeOn, axis.on, one.updates).map(({ status, from, to }) =>
      status
        ? svgTag('rect', {
            x: left + x(from),
            y: middle - 9,
            width: Math.max(2, x(to) - x(from)),
            height: 18,
            fill: fill(status),
          })
        : svgTag('line', {
            x1: left + x(from),
            x2: left + x(to),
            y1: middle,
            y2: middle,
            stroke: edge,
            'stroke-dasharray': '2 3',
          }),
    )
    const stale = stretchesOf(one.madeOn, axis.on, one.reviewEveryDays, one.updates).map(({ from, to }) =>
      svgTag('rect', {
        x: left + x(from),
        y: middle + 11,
        width: Math.max(2, x(to) - x(from)),
        height: 5,
        fill: 'url(#silence)',
      }),
    )
    const ticks = one.updates
      .filter(({ occurredOn }) => occurredOn >= axis.from)
      .map(({ occurredOn, partyId }) =>
        partyId
          ? svgTag('circle', {
              cx: left + x(occurredOn),
              cy: middle - 14,
              r: 2.5,
              fill: paper,
              stroke: ink,
              'stroke-width': 1.25,
            })
          : svgTag('line', {
              x1: left + x(occurredOn),
              x2: left + x(occurredOn),
              y1: middle - 18,
              y2: middle - 10,
              stroke: ink,
              'stroke-width': 1.5,
            }),
      )
    const label =
      svgLines(margin, y + 14, title, 15) +
      svgText(margin, y + 14 + title.length * 21, `${one.ref} · ${status}`, {
        'font-size': 13,
        fill: softInk,
      })
    y += 42 + title.length * 21
    return label + [...spans, ...stale, ...ticks].join('')
  })
  return {
    body: timeAxis(axis, left, right, top, y - 8, language) + rows.join(''),
    height: y - 8 + axisFoot - top,
  }
}

const plot = { height: 300, labels: 210 }

export function drawSteps(
  { steps, axis }: ChartData & { chart: 'steps' },
  top: number,
  language: Language,
): SvgPart {
  const [left, right, foot] = [margin + 30, margin + innerWidth - plot.labels, top + plot.height]
  const x = placesOn(axis, right - left)
  const highest = Math.max(1, ...steps.map(({ tally }) => tally.total))
  const y = (count: number) => foot - (count / highest) * plot.height
  const layers = layersOf(steps, axis.on)
  const drawn = area<{ on: string; low: number; high: number }>()
    .x(({ on }) => left + x(on))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .curve(curveStepAfter)
  const areas = layers.map(({ status, points }) =>
    svgTag('path', {
      d: svgPathData(drawn, points),
      fill: status ? fill(status) : 'none',
      stroke: status ? paper : edge,
      ...(status ? {} : { 'stroke-dasharray': '2 3' }),
    }),
  )
  const there = layers.filter(({ count }) => count > 0).toReversed()
  const middles = there.map(({ points }) => {
    const { low, high } = points.at(-1) ?? { low: 0, high: 0 }
    return y((low + high) / 2) - top
  })
  const places = spreadLabels(middles, 20, plot.height)
  const named = there.map(({ status, count }, at) => {
    const word = status ? statuses[status].word[language] : noUpdate[language]
    const place = top + (places[at] ?? 0)
    const from = { x1: left + x(axis.on) + 4, y1: top + (middles[at] ?? 0), x2: right + 14, y2: place }
    return (
      svgTag('line', { ...from, stroke: edge, 'stroke-width': 0.75 }) +
      svgTag('rect', {
        x: right + 18,
        y: place - 6,
        width: 12,
        height: 12,
        ...(status ? { fill: fill(status) } : { fill: 'none', stroke: edge, 'stroke-dasharray': '2 2' }),
      }) +
      svgText(right + 36, place + 5, `${word} ${count}`)
    )
  })
  const scale = [0, highest].map((count) =>
    svgText(left - 8, y(count) + 5, String(count), { 'text-anchor': 'end', 'font-size': 13, fill: softInk }),
  )
  const body = timeAxis(axis, left, right, top, foot, language) + [...areas, ...named, ...scale].join('')
  return { body, height: plot.height + axisFoot }
}

export function drawScore(
  { scores, axis }: ChartData & { chart: 'score' },
  top: number,
  language: Language,
): SvgPart {
  const [left, right, foot] = [margin + 40, margin + innerWidth - plot.labels, top + plot.height]
  const x = placesOn(axis, right - left)
  const y = (value: number) => foot - ((value + 1) / 2) * plot.height
  const last = scores.at(-1)
  const points = last ? [...scores, { ...last, on: axis.on }] : []
  const curve = line<(typeof points)[number]>()
    .defined(({ score }) => score.value !== null)
    .x(({ on }) => left + x(on))
    .y(({ score }) => y(score.value ?? 0))
    .curve(curveStepAfter)
  const scale = ([1, 0, -1] as const).map(
    (value) =>
      svgTag('line', { x1: left, x2: right, y1: y(value), y2: y(value), stroke: value ? svgRule : edge }) +
      svgText(left - 8, y(value) + 5, value ? scoreInWords(value, language).slice(0, 2) : '0', {
        'text-anchor': 'end',
        'font-size': 13,
        fill: softInk,
      }),
  )
  const stands = last && last.score.value !== null ? last.score.value : null
  const label =
    stands === null
      ? ''
      : svgText(right + 18, y(stands) + 7, scoreInWords(stands, language), {
          'font-size': 20,
          'font-weight': 600,
        })
  const drawn = svgTag('path', {
    d: svgPathData(curve, points),
    fill: 'none',
    stroke: ink,
    'stroke-width': 2.5,
  })
  return {
    body: scale.join('') + timeAxis(axis, left, right, top, foot, language) + drawn + label,
    height: plot.height + axisFoot,
  }
}
