// Step functions of time: how tallies and the score moved from day to day; each step lasts until the next.

import { stack } from 'd3-shape'
import { spansOf } from '#lib/progress/ribbon.ts'
import { countStatus, emptyTally, type Point, type Score, scoreOf, type Tally } from '#lib/progress/rules.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'

/** Something with one status on each day from a promise on: a commitment overall, or one party's part in it. */
export type Side = { madeOn: string; updates: readonly Point[] }
export type TallyStep = { on: string; tally: Tally }
export type ScoreStep = { on: string; score: Score }
type Line = { madeOn: string; updates: readonly Point[]; parties: readonly { id: string }[] }

/** A commitment's sides: itself overall, and each party bound by its own updates alone. */
export function sidesOf(line: Line): [Side, ...Side[]] {
  const own = line.parties.map(({ id }) => ({
    madeOn: line.madeOn,
    updates: line.updates.flatMap((each) => (each.partyId === id ? [{ ...each, partyId: null }] : [])),
  }))
  return [{ madeOn: line.madeOn, updates: line.updates }, ...own]
}

/** The tally of all sides on every day on which it changed, from the first promise to `on`; updates are live and in order. */
export function tallySteps(sides: Iterable<Side>, on: string): TallyStep[] {
  const moves = new Map<string, [status: Status | null, by: 1 | -1][]>()
  const move = (day: string, ...each: [Status | null, 1 | -1][]) =>
    moves.set(day, [...(moves.get(day) ?? []), ...each])
  for (const { madeOn, updates } of sides) {
    let before: Status | null | undefined
    for (const { from, status } of spansOf(madeOn, on, updates)) {
      move(from, [status, 1])
      if (before !== undefined) move(from, [before, -1])
      before = status
    }
  }
  const steps: TallyStep[] = []
  for (const [day, each] of [...moves].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const last = steps.at(-1)?.tally
    const tally = last ? { ...last, counts: { ...last.counts } } : emptyTally()
    for (const [status, by] of each) countStatus(tally, status, by)
    if (!last || !isSame(last, tally)) steps.push({ on: day, tally })
  }
  return steps
}

function isSame(one: Tally, other: Tally): boolean {
  return one.none === other.none && statusOrder.every((status) => one.counts[status] === other.counts[status])
}

/** The score by these steps, on every day on which it or what it leaves out changed. */
export function scoreSteps(steps: readonly TallyStep[]): ScoreStep[] {
  return steps.map(({ on, tally }) => ({ on, score: scoreOf(tally) }))
}

/**
 * At most `most` of the steps for a table: all of them, or what stood at the end of each month, quarter or year, so that
 * the rows are evenly spaced. The last step is always there.
 */
export function thinOut<S extends { on: string }>(
  steps: readonly S[],
  most: number,
): { every: 'change' | 'month' | 'quarter' | 'year'; steps: S[] } {
  if (steps.length <= most) return { every: 'change', steps: [...steps] }
  for (const every of ['month', 'quarter', 'year'] as const) {
    const last = new Map(steps.map((step) => [periodOf(step.on, every), step]))
    if (last.size <= most || every === 'year') return { every, steps: [...last.values()].slice(-most) }
  }
  return { every: 'year', steps: [] }
}

function periodOf(day: string, every: 'month' | 'quarter' | 'year'): string {
  const year = day.slice(0, 4)
  if (every === 'year') return year
  return every === 'month' ? day.slice(0, 7) : `${year} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** What the stack of steps is made of, from its foot up: what is best lies lowest, what has no status on top. */
const stackOrder: readonly (Status | 'NONE')[] = [
  'KEPT',
  'PARTLY_KEPT',
  'UNDER_WAY',
  'STALLED',
  'NOT_STARTED',
  'BROKEN',
  'NONE',
]

export type Layer = {
  status: Status | null
  count: number
  points: { on: string; low: number; high: number }[]
}

/**
 * The steps as layers that lie on one another, each as high as its count; only those that are ever there. The last
 * point is at `end`, so that the last step has a length.
 */
export function layersOf(steps: readonly TallyStep[], end: string): Layer[] {
  const last = steps.at(-1)
  if (!last) return []
  const rows = last.on < end ? [...steps, { ...last, on: end }] : steps
  const height = ({ tally }: TallyStep, key: Status | 'NONE') =>
    key === 'NONE' ? tally.none : tally.counts[key]
  const stacked = stack<TallyStep, Status | 'NONE'>()
    .keys(stackOrder.filter((key) => steps.some((step) => height(step, key) > 0)))
    .value(height)(rows)
  return stacked.map((layer) => ({
    status: layer.key === 'NONE' ? null : layer.key,
    count: height(last, layer.key),
    points: layer.map(([low, high], at) => ({ on: rows[at]?.on ?? end, low, high })),
  }))
}

/** Places as near as possible to the wanted ones, in the same order, none nearer to the next than `gap`, within 0 and `end`. */
export function spreadLabels(wanted: readonly number[], gap: number, end: number): number[] {
  const places: number[] = []
  for (const each of wanted) places.push(Math.max(each, (places.at(-1) ?? -Infinity) + gap))
  let limit = end
  for (let at = places.length - 1; at >= 0; at--) {
    places[at] = Math.max(0, Math.min(places[at] ?? 0, limit))
    limit = (places[at] ?? 0) - gap
  }
  return places
}
