// The updates of the workload: quotas that add up exactly, a history for each commitment, corrections, withdrawals.

import { dayOf, daysBetween } from '#lib/dates.ts'
import type { Localised } from '#lib/languages.ts'
import type { Status } from '#lib/updates/rules.ts'
import { addDays, instant, lastEventOn } from './days.ts'
import type { Random } from './random.ts'
import type { Commitment, Party } from './summits.ts'
import { inBoth, phrase, sentences } from './words.ts'

export type People = { analyst: string; reviewer: string }
export type Update = {
  id: string
  commitment: Commitment
  party: Party | null
  status: Status
  occurredOn: string
  headline: Localised
  note: Localised | null
  publishedAt: Date
  supersedes: Update | null
  correctionReason: string | null
  withdrawal: { reason: string; at: Date } | null
}

/** Shares `total` among `n` as chance does: many get few, few get many, and together they get all. */
export function quotas(random: Random, n: number, total: number): number[] {
  const weights = Array.from({ length: n }, () => -Math.log(1 - random.next()))
  const sum = weights.reduce((all, each) => all + each, 0)
  let [before, given] = [0, 0]
  return weights.map((weight) => {
    before += weight
    const quota = Math.round((before / sum) * total) - given
    given += quota
    return quota
  })
}

/** Where a status leads: mostly on, sometimes back, and a kept one seldom anywhere. */
const next: Record<Status, readonly Status[]> = {
  NOT_STARTED: ['NOT_STARTED', 'UNDER_WAY', 'UNDER_WAY', 'STALLED', 'BROKEN'],
  UNDER_WAY: ['UNDER_WAY', 'UNDER_WAY', 'PARTLY_KEPT', 'PARTLY_KEPT', 'STALLED'],
  PARTLY_KEPT: ['PARTLY_KEPT', 'PARTLY_KEPT', 'KEPT', 'UNDER_WAY', 'STALLED'],
  KEPT: ['KEPT', 'KEPT', 'KEPT', 'PARTLY_KEPT'],
  STALLED: ['STALLED', 'UNDER_WAY', 'UNDER_WAY', 'BROKEN'],
  BROKEN: ['BROKEN', 'BROKEN', 'UNDER_WAY'],
}

export function history(random: Random, commitment: Commitment, quota: number): Update[] {
  const { bound, madeOn, recordedAt } = commitment
  const recordedOn = dayOf(recordedAt)
  const span = daysBetween(madeOn, lastEventOn)
  const days = Array.from({ length: quota }, () => addDays(madeOn, random.int(0, span))).sort()
  const standing = new Map<string, Update>()
  return days.map((day) => {
    const party = random.chance(0.4) ? null : random.pick(bound)
    const key = party?.code ?? ''
    const before = standing.get(key) ?? null
    const isCorrection = before !== null && before.supersedes === null && random.chance(0.02)
    const occurredOn = isCorrection ? before.occurredOn : day
    const [, from = day] = [day, recordedOn].sort()
    const update: Update = {
      id: random.id(),
      commitment,
      party,
      status: random.pick(next[before?.status ?? 'NOT_STARTED']),
      occurredOn,
      headline: inBoth(random, phrase(random, random.int(6, 14))),
      note: random.chance(0.6) ? inBoth(random, sentences(random, 2)) : null,
      // A correction comes after what it corrects, however late that was.
      publishedAt: instant(addDays(from, isCorrection ? random.int(22, 60) : random.int(1, 20)), random),
      supersedes: isCorrection ? before : null,
      correctionReason: isCorrection ? sentences(random, 1) : null,
      withdrawal: null,
    }
    standing.set(key, update)
    return update
  })
}

/** Takes back one in two hundred of those that nothing corrects. */
export function withdrawSome(random: Random, updates: readonly Update[]): void {
  const corrected = new Set(updates.map(({ supersedes }) => supersedes))
  for (const update of updates) {
    if (corrected.has(update) || !random.chance(0.005)) continue
    const at = instant(addDays(dayOf(update.publishedAt), random.int(2, 30)), random)
    update.withdrawal = { reason: sentences(random, 1), at }
  }
}
