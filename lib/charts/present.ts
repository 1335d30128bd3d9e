// CSV and JSON export of a chart: its numbers as the rows of a table, the same in every language.

import {
  type ChartData,
  type ChartName,
  chartTitle,
  describeChart,
  type TallyOfGroup,
} from '#lib/charts/rules.ts'
import type { Clocks } from '#lib/dates.ts'
import type { Language, Localised } from '#lib/languages.ts'
import { spansOf, stretchesOf } from '#lib/progress/ribbon.ts'
import type { Tally } from '#lib/progress/rules.ts'
import { statuses, statusOrder } from '#lib/updates/rules.ts'

type Cell = string | number | null
export type ChartTable = { columns: string[]; rows: Cell[][] }

const each = statusOrder.map((status) => status.toLowerCase())
const counts = ({ total, none, counts }: Tally): Cell[] => [
  total,
  none,
  ...statusOrder.map((status) => counts[status]),
]
const named = ({ key, name, tally }: TallyOfGroup): Cell[] => [
  key,
  name.en ?? '',
  name.zh ?? '',
  ...counts(tally),
]

/** Every number that a drawing shows, in rows. Days are YYYY-MM-DD, a status is its name in the code. */
export function chartTable(drawing: ChartData): ChartTable {
  switch (drawing.chart) {
    case 'ribbons':
      return {
        columns: ['ref', 'title_en', 'title_zh', 'what', 'status', 'from', 'to'],
        rows: drawing.lines.flatMap((line) => bandRows(line, drawing.axis.on)),
      }
    case 'steps':
      return {
        columns: ['from', 'total', 'none', ...each],
        rows: drawing.steps.map(({ on, tally }) => [on, ...counts(tally)]),
      }
    case 'score':
      return {
        columns: ['from', 'score', 'counted', 'left_out'],
        rows: drawing.scores.map(({ on, score }) => [on, rounded(score.value), score.counted, score.leftOut]),
      }
    case 'parts':
      return {
        columns: ['status', 'score', 'overall', 'parties', 'sum'],
        rows: statusOrder.map((status) => {
          const [overall, own] = [drawing.overall.counts[status], drawing.own.counts[status]]
          const { score } = statuses[status]
          return [status, score, overall, own, score * (overall + own) || 0]
        }),
      }
    default:
      return {
        columns: ['key', 'name_en', 'name_zh', 'total', 'none', ...each],
        rows: drawing.counted.map(named),
      }
  }
}

function bandRows(line: (ChartData & { chart: 'ribbons' })['lines'][number], on: string): Cell[][] {
  const head = [line.ref, line.title.en ?? '', line.title.zh ?? '']
  return [
    ...spansOf(line.madeOn, on, line.updates).map(({ status, from, to }) => [
      ...head,
      'status',
      status,
      from,
      to,
    ]),
    ...stretchesOf(line.madeOn, on, line.reviewEveryDays, line.updates).map(({ from, to }) => [
      ...head,
      'stale',
      null,
      from,
      to,
    ]),
  ]
}

// Enough for any use, and no noise of the binary fraction.
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e4) / 1e4)

export type SourceCounts = { updates: number; articles: number | null }
export type PresentedChart = {
  drawing: ChartData
  language: Language
  clocks: Clocks
  address: string
  summit: { slug: string; name: Localised } | null
  sources: SourceCounts
}

/** A chart as JSON: what it shows in words and in rows, by which clocks, what it rests on, and where it stands. */
export function presentChart({ drawing, language, clocks, address, summit, sources }: PresentedChart) {
  const { columns, rows } = chartTable(drawing)
  return {
    chart: drawing.chart satisfies ChartName,
    title: chartTitle(drawing.chart, language),
    description: describeChart(drawing, language),
    address,
    on: clocks.on,
    known: clocks.known.toISOString(),
    summit: summit && { slug: summit.slug, name: summit.name },
    sources: { updates: sources.updates, articles: sources.articles },
    total: rows.length,
    rows: rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]]))),
  }
}
