// The arithmetic of progress: what is in force, what is stale, tallies and the score.

import { addDays, dateInWords, daysBetween } from '#lib/dates.ts'
import { type Status, statuses, statusOrder } from '#lib/updates/rules.ts'

/** A live update, as far as arithmetic cares. */
export type Point = { partyId: string | null; status: Status; occurredOn: string }

/** The statuses in force in a list of live updates that is in order of occurrence: overall, and one by party. */
export function inForce<P extends Point>(
  updates: readonly P[],
): { overall: P | null; byParty: Map<string, P> } {
  const byParty = new Map<string, P>()
  let overall: P | null = null
  for (const update of updates) {
    if (update.partyId === null) overall = update
    else byParty.set(update.partyId, update)
  }
  return { overall, byParty }
}

export type Staleness = { isStale: boolean; sinceOn: string; days: number }

/** Silence after `lastOn` (the last news, or the day of the promise): stale once it outlasts the review interval. */
export function staleness(lastOn: string, reviewEveryDays: number, on: string): Staleness {
  const days = Math.max(0, daysBetween(lastOn, on))
  return { isStale: days > reviewEveryDays, sinceOn: addDays(lastOn, reviewEveryDays), days }
}

export type Tally = { counts: Record<Status, number>; none: number; total: number }

export function emptyTally(): Tally {
  const counts = { NOT_STARTED: 0, UNDER_WAY: 0, PARTLY_KEPT: 0, KEPT: 0, STALLED: 0, BROKEN: 0 }
  return { counts, none: 0, total: 0 }
}

export function count(tally: Tally, status: Status | null, times = 1): Tally {
  if (status) tally.counts[status] += times
  else tally.none += times
  tally.total += times
  return tally
}

/** How many stand at each status; `none` are those without an update yet. */
export function tallyOf(each: Iterable<Status | null>): Tally {
  const tally = emptyTally()
  for (const status of each) count(tally, status)
  return tally
}

/** Tallies by a key, such as an area or a party, in the order in which the keys first appear. */
export function tallyBy<T>(each: Iterable<T>, key: (one: T) => string, status: (one: T) => Status | null) {
  const tallies = new Map<string, Tally>()
  for (const one of each) {
    const name = key(one)
    tallies.set(name, count(tallies.get(name) ?? emptyTally(), status(one)))
  }
  return tallies
}

export function addTallies(one: Tally, other: Tally): Tally {
  const sum = emptyTally()
  for (const tally of [one, other]) {
    for (const status of statusOrder) count(sum, status, tally.counts[status])
    count(sum, null, tally.none)
  }
  return sum
}

export type Score = { value: number | null; counted: number; leftOut: number }

/** The mean of the scores of all statuses in a tally, from −1 to +1; what has no status is left out and counted. */
export function scoreOf(tally: Tally): Score {
  const counted = tally.total - tally.none
  const sum = statusOrder.reduce((all, status) => all + statuses[status].score * tally.counts[status], 0)
  return { value: counted ? sum / counted : null, counted, leftOut: tally.none }
}

/** A score as the reports print it: always signed, two decimals, a true minus. */
export function scoreInWords(value: number | null): string {
  if (value === null) return 'no score'
  const shown = Math.abs(value).toFixed(2)
  if (shown === '0.00') return '0.00'
  return `${value < 0 ? '−' : '+'}${shown}`
}

/** “Of 8 commitments, 1 is kept, 4 are under way and 3 have no update yet.” */
export function tallyInWords(tally: Tally, noun = 'commitment'): string {
  if (tally.total === 0) return `No ${noun} is recorded yet.`
  const be = (n: number) => (n === 1 ? 'is' : 'are')
  const inOrder: Status[] = ['KEPT', 'PARTLY_KEPT', 'UNDER_WAY', 'STALLED', 'NOT_STARTED', 'BROKEN']
  const parts = inOrder
    .filter((status) => tally.counts[status] > 0)
    .map(
      (status) =>
        `${tally.counts[status]} ${be(tally.counts[status])} ${statuses[status].word.en.toLowerCase()}`,
    )
  if (tally.none) parts.push(`${tally.none} ${tally.none === 1 ? 'has' : 'have'} no update yet`)
  const said = new Intl.ListFormat('en-GB').format(parts)
  return `Of ${tally.total.toLocaleString('en-GB')} ${noun}${tally.total === 1 ? '' : 's'}, ${said}.`
}

/** “today”, “3 days before”, “2 years before”: how long `day` is before `on`. */
export function agoInWords(day: string, on: string, isNow: boolean): string {
  const days = daysBetween(day, on)
  if (days <= 0) return isNow ? 'today' : 'that day'
  const [n, unit] =
    days < 60
      ? [days, 'day']
      : days < 730
        ? [Math.round(days / 30.44), 'month']
        : [Math.floor(days / 365.25), 'year']
  return `${n} ${unit}${n === 1 ? '' : 's'} ${isNow ? 'ago' : 'before'}`
}

/** Where one commitment stands, since when, and how long there has been no news. */
export function commitmentInWords(
  line: { madeOn: string; reviewEveryDays: number; updates: readonly Point[] },
  { on, isNow }: { on: string; isNow: boolean },
): string {
  if (on < line.madeOn) return `Not promised yet: that was on ${dateInWords(line.madeOn)}.`
  const last = line.updates.at(-1)?.occurredOn
  const silence = staleness(last && last > line.madeOn ? last : line.madeOn, line.reviewEveryDays, on)
  const news = last
    ? `The latest update was ${agoInWords(last, on, isNow)}`
    : `Promised ${agoInWords(line.madeOn, on, isNow)}, with no update since`
  return `${news}${silence.isStale ? `, longer than the ${line.reviewEveryDays} days after which it is stale` : ''}.`
}
