// The timeline of a commitment (its ribbon): intervals by status, ticks for updates, stretches without any.

import type { Point } from '#lib/progress/rules.ts'
import { staleness } from '#lib/progress/rules.ts'
import type { Status } from '#lib/updates/rules.ts'

/** Days from `from` up to, not including, `to`; the last span ends on the day asked for. */
export type Span = { from: string; to: string; status: Status | null }
export type Stretch = { from: string; to: string }

/**
 * Spans of the overall status that tile the time from the promise to `on` without gap or overlap. `updates` are live
 * and in order of occurrence; what occurred before the promise speaks from its first day.
 */
export function spansOf(madeOn: string, on: string, updates: readonly Point[]): Span[] {
  if (on < madeOn) return []
  const spans: Span[] = [{ from: madeOn, to: on, status: null }]
  for (const { partyId, status, occurredOn } of updates) {
    const last = spans.at(-1)
    if (partyId !== null || occurredOn > on || !last || status === last.status) continue
    if (occurredOn <= last.from) reopen(spans, last, status)
    else {
      last.to = occurredOn
      spans.push({ from: occurredOn, to: on, status })
    }
  }
  return spans
}

// Of several updates on one day the last one speaks; it may even undo the change and join what came before.
function reopen(spans: Span[], last: Span, status: Status): void {
  last.status = status
  const before = spans.at(-2)
  if (before?.status !== status) return
  before.to = last.to
  spans.pop()
}

/** Where the silence after the promise or after an update, overall or a party's, outlasted the review interval. */
export function stretchesOf(
  madeOn: string,
  on: string,
  reviewEveryDays: number,
  updates: readonly Point[],
): Stretch[] {
  const stretches: Stretch[] = []
  let last = madeOn
  const until = (day: string) => {
    const { isStale, sinceOn } = staleness(last, reviewEveryDays, day)
    if (isStale) stretches.push({ from: sinceOn, to: day })
    last = day
  }
  for (const { occurredOn } of updates) if (occurredOn > last && occurredOn <= on) until(occurredOn)
  until(on)
  return stretches
}
