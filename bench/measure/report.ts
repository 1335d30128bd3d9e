// What a run found, as tables and as JSON, each number beside what is wanted of it.

import { percentile } from './cannon.ts'
import type { Side, Target } from './rounds.ts'
import type { Weight } from './weights.ts'

type Figure = {
  page: string
  side: Side
  connections: number
  answers: number
  perSecond: number
  p50: number
  p99: number
  /** Microseconds that the server's process took of the processor for one answer. */
  spent: number
  failures: Record<string, number>
}
/** A number, what is wanted of it, and whether it is so. */
export type Verdict = { what: string; found: string; wanted: string; isMet: boolean }

const sorted = (ms: number[]) => Float64Array.from(ms).sort()

export function figureOf({ page, side, connections, tally, spentMs }: Target): Figure {
  const times = sorted(tally.ms)
  return {
    page: page.name,
    side,
    connections,
    answers: tally.answers,
    perSecond: tally.seconds ? tally.answers / tally.seconds : 0,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    spent: (spentMs * 1_000) / tally.answers,
    failures: tally.failures,
  }
}

export const failuresOf = (figures: Figure[]): Figure[] =>
  figures.filter(({ failures, answers }) => answers === 0 || Object.keys(failures).length > 0)

const words: Record<Side, string> = {
  kept: 'Followthrough, kept',
  bare: 'bare node:http',
  drawn: 'Followthrough, drawn',
  floor: 'Next from memory',
  sql: 'node:http + SQL',
}
const milliseconds = (ms: number) => (Number.isNaN(ms) ? '–' : ms.toFixed(ms < 10 ? 2 : 1))
const ratio = (of: number) => of.toFixed(of < 0.1 ? 4 : 2)

function beside(figures: Figure[], { page, connections }: Figure, side: Side): Figure | undefined {
  return figures.find(
    (each) => each.side === side && each.page === page && each.connections === connections && each.answers,
  )
}

export function table(figures: Figure[]): string {
  const heads = [
    'page',
    'answered by',
    'at once',
    'req/s',
    'p50 ms',
    'p99 ms',
    'CPU µs',
    'of bare',
    'of Next',
    'of SQL',
  ]
  const rows = figures.map((each) => {
    const of = (side: Side, by: Side) => {
      const limit = each.side === by ? beside(figures, each, side) : undefined
      return limit ? ratio(each.perSecond / limit.perSecond) : ''
    }
    return [
      each.page,
      words[each.side],
      String(each.connections),
      each.perSecond.toFixed(each.perSecond < 100 ? 1 : 0),
      milliseconds(each.p50),
      milliseconds(each.p99),
      Number.isNaN(each.spent) ? '–' : each.spent.toFixed(0),
      of('bare', 'kept'),
      of('floor', 'drawn'),
      of('sql', 'drawn'),
    ]
  })
  return lined(heads, rows, 2)
}

function lined(heads: string[], rows: string[][], texts: number): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => (at < texts ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)]
    .map((text) => text.trimEnd())
    .join('\n')
}

export const verdictTable = (verdicts: Verdict[]): string =>
  lined(
    ['measured', 'found', 'wanted', ''],
    verdicts.map(({ what, found, wanted, isMet }) => [what, found, wanted, isMet ? 'yes' : 'no']),
    1,
  )

/** Kept pages beside the same answers from bare node:http, and drawn ones beside Next's own floor. */
export function ratios(figures: Figure[]): Verdict[] {
  return figures.flatMap((each) => {
    const name = `${each.page}, ${each.connections} at once: `
    const limit = beside(figures, each, each.side === 'kept' ? 'bare' : 'floor')
    if (!limit || (each.side !== 'kept' && each.side !== 'drawn')) return []
    const share = each.perSecond / limit.perSecond
    if (each.side === 'drawn')
      return [
        {
          what: `${name}drawn, of Next from memory`,
          found: ratio(share),
          wanted: '≥ 0.60',
          isMet: share >= 0.6,
        },
      ]
    const slower = each.p99 / limit.p99
    return [
      { what: `${name}kept, of bare`, found: ratio(share), wanted: '≥ 0.80', isMet: share >= 0.8 },
      {
        what: `${name}kept, p99 of bare’s`,
        found: `${ratio(slower)} ×`,
        wanted: '≤ 2 ×',
        isMet: slower <= 2,
      },
    ]
  })
}

export function firsts(measured: { page: string; goalMs: number | null; ms: number[] }[]): Verdict[] {
  return measured.map(({ page, goalMs, ms }) => {
    const [p50, p99] = [0.5, 0.99].map((share) => percentile(sorted(ms), share))
    const found = `${milliseconds(p50 ?? Number.NaN)} ms (p99 ${milliseconds(p99 ?? Number.NaN)})`
    const wanted = goalMs === null ? '' : `≤ ${goalMs} ms`
    return {
      what: `${page}, first after a publication, p50`,
      found,
      wanted,
      isMet: (p50 ?? 0) <= (goalMs ?? Infinity),
    }
  })
}

export function visible(waits: number[]): Verdict {
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(sorted(waits), share))
  const found = `${milliseconds(p99 ?? Number.NaN)} ms (p50 ${milliseconds(p50 ?? Number.NaN)})`
  return {
    what: `published in one process, seen in another, p99 of ${waits.length}`,
    found,
    wanted: '≤ 100 ms',
    isMet: (p99 ?? Infinity) <= 100,
  }
}

export function weighed(weights: Weight[]): Verdict[] {
  return [...Map.groupBy(weights, ({ page }) => page)].flatMap(([page, all]) => {
    const heaviest = Math.max(...all.map(({ html, styles }) => html + styles))
    const scripts = Math.max(...all.map((each) => each.scripts))
    const found = `${(heaviest / 1_000).toFixed(1)} kB`
    return [
      {
        what: `${page}, heaviest with its styles, packed`,
        found,
        wanted: '≤ 30 kB',
        isMet: heaviest <= 30_000,
      },
      { what: `${page}, scripts`, found: String(scripts), wanted: '0', isMet: scripts === 0 },
    ]
  })
}

/**
 * How much slower the same page is where there is ten times as much. A kept page is no work but its bytes, and of those
 * there may be more: it is compared with how much slower bare node:http is with them.
 */
export function growth(small: Figure[], large: Figure[]): Verdict[] {
  return large.flatMap((each) => {
    const slowerOn = (wanted: Figure['side']) => {
      const on = (figures: Figure[]) =>
        figures.find(
          ({ page, side, connections }) =>
            page === each.page && side === wanted && connections === each.connections,
        )?.p50
      const [now, before] = [on(large), on(small)]
      return now && before ? now / before : null
    }
    const own = slowerOn(each.side)
    const bare = slowerOn('bare')
    if (!own || !bare || (each.side !== 'kept' && each.side !== 'drawn')) return []
    const slower = each.side === 'kept' ? own / bare : own
    const most = each.side === 'kept' ? 1.2 : 1.5
    return [
      {
        what: `${each.page}, ${each.connections} at once: ${each.side}, p50 with ten times the data${each.side === 'kept' ? ', of bare’s' : ''}`,
        found: `${ratio(slower)} ×`,
        wanted: `≤ ${most} ×`,
        isMet: slower <= most,
      },
    ]
  })
}
