// The arithmetic of progress: what is in force, what is stale, tallies and the score.

import { addDays, dateInWords, daysBetween } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
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

export function countStatus(tally: Tally, status: Status | null, times = 1): Tally {
  if (status) tally.counts[status] += times
  else tally.none += times
  tally.total += times
  return tally
}

/** How many stand at each status; `none` are those without an update yet. */
export function tallyOf(each: Iterable<Status | null>): Tally {
  const tally = emptyTally()
  for (const status of each) countStatus(tally, status)
  return tally
}

/** Tallies by a key, such as an area or a party, in the order in which the keys first appear. */
export function tallyBy<T>(each: Iterable<T>, key: (one: T) => string, status: (one: T) => Status | null) {
  const tallies = new Map<string, Tally>()
  for (const one of each) {
    const name = key(one)
    tallies.set(name, countStatus(tallies.get(name) ?? emptyTally(), status(one)))
  }
  return tallies
}

export function addTallies(one: Tally, other: Tally): Tally {
  const sum = emptyTally()
  for (const tally of [one, other]) {
    for (const status of statusOrder) countStatus(sum, status, tally.counts[status])
    countStatus(sum, null, tally.none)
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
export function scoreInWords(value: number | null, language: Language): string {
  if (value === null) return wordsOf(language, 'progress')('noScore')
  const shown = Math.abs(value).toFixed(2)
  if (shown === '0.00') return '0.00'
  return `${value < 0 ? '−' : '+'}${shown}`
}

/** A whole number with its sign, a true minus, and no sign on nothing. */
export function signedNumber(value: number): string {
  return value === 0 ? '0' : `${value < 0 ? '−' : '+'}${Math.abs(value)}`
}

const counted = [
  ['KEPT', 'kept'],
  ['PARTLY_KEPT', 'partlyKept'],
  ['UNDER_WAY', 'underWay'],
  ['STALLED', 'stalled'],
  ['NOT_STARTED', 'notStarted'],
  ['BROKEN', 'broken'],
] as const

/** “Of 8 commitments, 1 is kept, 4 are under way and 3 have no update yet.” */
export function tallyInWords(tally: Tally, language: Language): string {
  const t = wordsOf(language, 'progress')
  if (tally.total === 0) return t('nothing')
  const parts = counted.flatMap(([status, said]) => {
    const count = tally.counts[status]
    return count ? [t(said, { count })] : []
  })
  if (tally.none) parts.push(t('none', { count: tally.none }))
  return t('of', { total: tally.total, parts: listed(parts, language) })
}

/** A list as sentences have it; Chinese counts off clauses with commas. */
function listed(parts: string[], language: Language): string {
  return language === 'zh' ? parts.join('，') : new Intl.ListFormat('en-GB').format(parts)
}

/** “today”, “3 days before”, “2 years before”: how long `day` is before `on`. */
export function agoInWords(day: string, on: string, isNow: boolean, language: Language): string {
  const t = wordsOf(language, 'progress')
  const days = daysBetween(day, on)
  if (days <= 0) return t(isNow ? 'today' : 'thatDay')
  if (days < 60) return t(isNow ? 'daysAgo' : 'daysBefore', { count: days })
  if (days < 730) return t(isNow ? 'monthsAgo' : 'monthsBefore', { count: Math.round(days / 30.44) })
  return t(isNow ? 'yearsAgo' : 'yearsBefore', { count: Math.floor(days / 365.25) })
}

/** Where one commitment stands, since when, and how long there has been no news. */
export function commitmentInWords(
  line: { madeOn: string; reviewEveryDays: number; updates: readonly Point[] },
  { on, isNow }: { on: string; isNow: boolean },
  language: Language,
): string {
  const t = wordsOf(language, 'progress')
  if (on < line.madeOn) return t('notPromised', { day: dateInWords(line.madeOn, 'DAY', language) })
  const last = line.updates.at(-1)?.occurredOn
  const { isStale } = staleness(last && last > line.madeOn ? last : line.madeOn, line.reviewEveryDays, on)
  const ago = agoInWords(last ?? line.madeOn, on, isNow, language)
  if (isStale) return t(last ? 'newsStale' : 'noNewsStale', { ago, days: line.reviewEveryDays })
  return t(last ? 'news' : 'noNews', { ago })
}
