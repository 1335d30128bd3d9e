// Bar charts as SVG: tallies as stacked bars with their numbers, and the sum that makes the score.

import { wrapText } from '#lib/charts/line-breaks.ts'
import type { SvgPart } from '#lib/charts/over-time.ts'
import { edge, softInk, svgRule } from '#lib/charts/palette.ts'
import { type ChartData, groupName, type TallyOfGroup } from '#lib/charts/rules.ts'
import { fill, innerWidth, margin, svgLines, svgTag, svgText } from '#lib/charts/svg.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { addTallies, scoreInWords, scoreOf, signedNumber } from '#lib/progress/rules.ts'
import { spreadLabels } from '#lib/progress/steps.ts'
import { statuses, statusOrder } from '#lib/updates/rules.ts'

const names = 400
const small = { 'font-size': 13, fill: softInk }

/** One bar for each row, parted by status; each part's number stands beneath it. */
export function drawTallies(counted: readonly TallyOfGroup[], top: number, language: Language): SvgPart {
  let y = top
  const rows = counted.map((each) => {
    const name = wrapText(groupName(each, language), 15, names - 32, 2)
    const row = svgLines(margin, y + 14, name, 15) + bar(each, y)
    y += 36 + name.length * 21
    return row
  })
  return { body: rows.join(''), height: y - top }
}

function bar({ tally }: TallyOfGroup, y: number): string {
  const [left, length] = [margin + names, innerWidth - names - 60]
  const parts: { count: number; from: number; to: number; status: (typeof statusOrder)[number] }[] = []
  for (const status of statusOrder) {
    const from = parts.at(-1)?.to ?? left
    const count = tally.counts[status]
    if (count) parts.push({ status, count, from, to: from + (count / tally.total) * length })
  }
  const end = parts.at(-1)?.to ?? left
  const drawn = parts.map(({ status, from, to }) =>
    svgTag('rect', { x: from, y: y + 2, width: to - from, height: 16, fill: fill(status) }),
  )
  const none = tally.none
    ? svgTag('line', {
        x1: end,
        x2: left + length,
        y1: y + 10,
        y2: y + 10,
        stroke: edge,
        'stroke-dasharray': '2 3',
      })
    : ''
  const numbers = [...parts, ...(tally.none ? [{ count: tally.none, from: end, to: left + length }] : [])]
  const places = spreadLabels(
    numbers.map(({ from, to }) => (from + to) / 2),
    26,
    left + length,
  )
  const said = numbers.map(({ count }, at) =>
    svgText(places[at] ?? 0, y + 34, String(count), { 'text-anchor': 'middle', ...small }),
  )
  const total = svgText(margin + innerWidth, y + 15, String(tally.total), {
    'text-anchor': 'end',
    'font-weight': 600,
  })
  return [...drawn, none, ...said, total].join('')
}

/** The sum behind the score: how many statuses, what each is worth, and the mean. */
export function drawParts(
  { overall, own }: ChartData & { chart: 'parts' },
  top: number,
  language: Language,
): SvgPart {
  const t = wordsOf(language, 'charts')
  const both = addTallies(overall, own)
  const most = Math.max(1, ...statusOrder.map((status) => both.counts[status]))
  const ends = [margin + 640, margin + 780, margin + 920, margin + innerWidth]
  const numbers = (y: number, each: string[], attributes = {}) =>
    each.map((said, at) => svgText(ends[at] ?? 0, y, said, { 'text-anchor': 'end', ...attributes })).join('')
  let y = top
  const head = numbers(y, [t('overallHead'), t('partiesHead'), t('worth'), t('sum')], small)
  const rows = statusOrder.map((status) => {
    y += 34
    const { word, score } = statuses[status]
    const count = both.counts[status]
    const sum = [overall.counts[status], own.counts[status]].map(String)
    return (
      svgTag('line', { x1: margin, x2: margin + innerWidth, y1: y - 22, y2: y - 22, stroke: svgRule }) +
      svgText(margin, y, word[language]) +
      svgTag('rect', {
        x: margin + 150,
        y: y - 13,
        width: (count / most) * 300,
        height: 16,
        fill: fill(status),
      }) +
      numbers(y, [...sum, signedNumber(score), signedNumber(score * count)])
    )
  })
  y += 40
  const { value, counted } = scoreOf(both)
  const total = statusOrder.reduce((all, status) => all + statuses[status].score * both.counts[status], 0)
  const mean =
    value === null
      ? scoreInWords(null, language)
      : `${signedNumber(total)} ÷ ${counted} = ${scoreInWords(value, language)}`
  const line = svgTag('line', { x1: margin, x2: margin + innerWidth, y1: y - 26, y2: y - 26, stroke: edge })
  const foot = svgText(margin + innerWidth, y, mean, { 'text-anchor': 'end', 'font-weight': 600 })
  return { body: head + rows.join('') + line + foot, height: y + 12 - top }
}
