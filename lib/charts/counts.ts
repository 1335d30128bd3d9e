// Draws what is counted: tallies as bars with their numbers, and the sum that the score is.

import { wrapped } from '#lib/charts/line-breaks.ts'
import type { Drawn } from '#lib/charts/over-time.ts'
import { edge, rule, soft } from '#lib/charts/palette.ts'
import { type Counted, type Drawing, nameOf } from '#lib/charts/rules.ts'
import { fill, inner, lines, margin, tag, text } from '#lib/charts/svg.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { addTallies, scoreInWords, scoreOf, signed } from '#lib/progress/rules.ts'
import { apart } from '#lib/progress/steps.ts'
import { statuses, statusOrder } from '#lib/updates/rules.ts'

const names = 400
const small = { 'font-size': 13, fill: soft }

/** One bar for each row, parted by status; each part's number stands beneath it. */
export function drawTallies(counted: readonly Counted[], top: number, language: Language): Drawn {
  let y = top
  const rows = counted.map((each) => {
    const name = wrapped(nameOf(each, language), 15, names - 32, 2)
    const row = lines(margin, y + 14, name, 15) + bar(each, y)
    y += 36 + name.length * 21
    return row
  })
  return { body: rows.join(''), height: y - top }
}

function bar({ tally }: Counted, y: number): string {
  const [left, length] = [margin + names, inner - names - 60]
  const parts: { count: number; from: number; to: number; status: (typeof statusOrder)[number] }[] = []
  for (const status of statusOrder) {
    const from = parts.at(-1)?.to ?? left
    const count = tally.counts[status]
    if (count) parts.push({ status, count, from, to: from + (count / tally.total) * length })
  }
  const end = parts.at(-1)?.to ?? left
  const drawn = parts.map(({ status, from, to }) =>
    tag('rect', { x: from, y: y + 2, width: to - from, height: 16, fill: fill(status) }),
  )
  const none = tally.none
    ? tag('line', {
        x1: end,
        x2: left + length,
        y1: y + 10,
        y2: y + 10,
        stroke: edge,
        'stroke-dasharray': '2 3',
      })
    : ''
  const numbers = [...parts, ...(tally.none ? [{ count: tally.none, from: end, to: left + length }] : [])]
  const places = apart(
    numbers.map(({ from, to }) => (from + to) / 2),
    26,
    left + length,
  )
  const said = numbers.map(({ count }, at) =>
    text(places[at] ?? 0, y + 34, String(count), { 'text-anchor': 'middle', ...small }),
  )
  const total = text(margin + inner, y + 15, String(tally.total), {
    'text-anchor': 'end',
    'font-weight': 600,
  })
  return [...drawn, none, ...said, total].join('')
}

/** The sum behind the score: how many statuses, what each is worth, and the mean. */
export function drawParts(
  { overall, own }: Drawing & { chart: 'parts' },
  top: number,
  language: Language,
): Drawn {
  const t = wordsOf(language, 'charts')
  const both = addTallies(overall, own)
  const most = Math.max(1, ...statusOrder.map((status) => both.counts[status]))
  const ends = [margin + 640, margin + 780, margin + 920, margin + inner]
  const numbers = (y: number, each: string[], attributes = {}) =>
    each.map((said, at) => text(ends[at] ?? 0, y, said, { 'text-anchor': 'end', ...attributes })).join('')
  let y = top
  const head = numbers(y, [t('overallHead'), t('partiesHead'), t('worth'), t('sum')], small)
  const rows = statusOrder.map((status) => {
    y += 34
    const { word, score } = statuses[status]
    const count = both.counts[status]
    const sum = [overall.counts[status], own.counts[status]].map(String)
    return (
      tag('line', { x1: margin, x2: margin + inner, y1: y - 22, y2: y - 22, stroke: rule }) +
      text(margin, y, word[language]) +
      tag('rect', {
        x: margin + 150,
        y: y - 13,
        width: (count / most) * 300,
        height: 16,
        fill: fill(status),
      }) +
      numbers(y, [...sum, signed(score), signed(score * count)])
    )
  })
  y += 40
  const { value, counted } = scoreOf(both)
  const total = statusOrder.reduce((all, status) => all + statuses[status].score * both.counts[status], 0)
  const mean =
    value === null
      ? scoreInWords(null, language)
      : `${signed(total)} ÷ ${counted} = ${scoreInWords(value, language)}`
  const line = tag('line', { x1: margin, x2: margin + inner, y1: y - 26, y2: y - 26, stroke: edge })
  const foot = text(margin + inner, y, mean, { 'text-anchor': 'end', 'font-weight': 600 })
  return { body: head + rows.join('') + line + foot, height: y + 12 - top }
}
