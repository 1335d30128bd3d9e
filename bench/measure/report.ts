// What a run found, as a table and as JSON.

import { percentile } from './cannon.ts'
import type { Target } from './rounds.ts'

export type Figure = {
  page: string
  side: Target['side']
  connections: number
  answers: number
  perSecond: number
  p50: number
  p99: number
  failures: Record<string, number>
  goalMs: number | null
}

export function figureOf({ page, side, connections, tally }: Target): Figure {
  const sorted = Float64Array.from(tally.ms).sort()
  return {
    page: page.name,
    side,
    connections,
    answers: tally.answers,
    perSecond: tally.seconds ? tally.answers / tally.seconds : 0,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    failures: tally.failures,
    // The goal is for one reader who has the machine to himself.
    goalMs: side === 'product' && connections === 1 ? page.goalMs : null,
  }
}

export const failuresOf = (figures: Figure[]): Figure[] =>
  figures.filter(({ failures, answers }) => answers === 0 || Object.keys(failures).length > 0)

const words = { product: 'Followthrough', bare: 'bare node:http', sql: 'node:http + SQL' }
const heads = [
  'page',
  'answered by',
  'at once',
  'req/s',
  'p50 ms',
  'p99 ms',
  'of bare',
  'of SQL',
  'p50 wanted',
]

const milliseconds = (ms: number) => (Number.isNaN(ms) ? '–' : ms.toFixed(ms < 10 ? 2 : 1))
const ratio = (of: number) => of.toFixed(of < 0.1 ? 4 : 2)

export function table(figures: Figure[]): string {
  const rows = figures.map((each) => {
    const of = (side: Figure['side']) => {
      const limit = figures.find(
        (other) => other.side === side && other.page === each.page && other.connections === each.connections,
      )
      return limit?.answers && each.side === 'product' ? ratio(each.perSecond / limit.perSecond) : ''
    }
    const goal = each.goalMs === null ? '' : `≤ ${each.goalMs}: ${each.p50 <= each.goalMs ? 'yes' : 'no'}`
    return [
      each.page,
      words[each.side],
      String(each.connections),
      each.perSecond.toFixed(each.perSecond < 100 ? 1 : 0),
      milliseconds(each.p50),
      milliseconds(each.p99),
      of('bare'),
      of('sql'),
      goal,
    ]
  })
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const isText = (at: number) => at < 2
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)]
    .map((text) => text.trimEnd())
    .join('\n')
}
