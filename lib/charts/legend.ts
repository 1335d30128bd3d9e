// The legend of a chart: what its fills and marks mean.

import { textWidth } from '#lib/charts/line-breaks.ts'
import type { SvgPart } from '#lib/charts/over-time.ts'
import { edge, ink, paper } from '#lib/charts/palette.ts'
import type { ChartData } from '#lib/charts/rules.ts'
import { fill, innerWidth, margin, svgTag, svgText } from '#lib/charts/svg.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { spansOf } from '#lib/progress/ribbon.ts'
import { noUpdate, statuses, statusOrder } from '#lib/updates/rules.ts'

type Mark = (x: number, y: number) => string
type Key = { mark: Mark; said: string }

const size = 13
const row = 26

/** Only ribbons and bars need one: steps and scores are labelled where they end. */
export function drawLegend(drawing: ChartData, top: number, language: Language): SvgPart {
  const keys = keysOf(drawing, language)
  let [x, y] = [margin, top]
  const drawn = keys.map(({ mark, said }) => {
    const length = 30 + textWidth(said, size) + 22
    if (x > margin && x + length > margin + innerWidth) [x, y] = [margin, y + row]
    const each = mark(x, y) + svgText(x + 30, y + 5, said, { 'font-size': size })
    x += length
    return each
  })
  return { body: drawn.join(''), height: keys.length ? y + row - top : 0 }
}

function keysOf(drawing: ChartData, language: Language): Key[] {
  const t = wordsOf(language, 'charts')
  if (drawing.chart === 'steps' || drawing.chart === 'score' || drawing.chart === 'parts') return []
  const there = new Set(
    drawing.chart === 'ribbons'
      ? drawing.lines.flatMap((line) =>
          spansOf(line.madeOn, drawing.axis.on, line.updates).map(({ status }) => status),
        )
      : drawing.counted.flatMap(({ tally }) => [
          ...statusOrder.filter((status) => tally.counts[status]),
          ...(tally.none ? [null] : []),
        ]),
  )
  const known = statusOrder
    .filter((status) => there.has(status))
    .map((status) => ({ mark: swatch(fill(status)), said: statuses[status].word[language] }))
  const none = there.has(null) ? [{ mark: dashes, said: noUpdate[language] }] : []
  if (drawing.chart !== 'ribbons') return [...known, ...none]
  return [
    ...known,
    ...none,
    { mark: swatch('url(#silence)', 5), said: t('stale') },
    { mark: tick, said: t('update') },
    { mark: circle, said: t('partyUpdate') },
  ]
}

const swatch =
  (fill: string, height = 12): Mark =>
  (x, y) =>
    svgTag('rect', { x, y: y - height / 2, width: 22, height, fill })
const dashes: Mark = (x, y) =>
  svgTag('line', { x1: x, x2: x + 22, y1: y, y2: y, stroke: edge, 'stroke-dasharray': '2 3' })
const tick: Mark = (x, y) =>
  svgTag('line', { x1: x + 11, x2: x + 11, y1: y - 5, y2: y + 5, stroke: ink, 'stroke-width': 1.5 })
const circle: Mark = (x, y) =>
  svgTag('circle', { cx: x + 11, cy: y, r: 2.5, fill: paper, stroke: ink, 'stroke-width': 1.25 })
