// A time axis: its ends, the scale that says where a day lies on it, and its ticks.

import { scaleUtc } from 'd3-scale'
import { addDays, dateFormat, dateOf, daysOf } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'

/** The ends of the axis, and the day asked for, at which what is drawn ends. */
export type Axis = { from: string; until: string; on: string }

/** From the first promise to today, and a day at least. */
export function axisOf(lines: readonly { madeOn: string }[], on: string, today: string): Axis {
  const from = lines.map(({ madeOn }) => madeOn).toSorted()[0] ?? on
  return { from, until: from < today ? today : addDays(from, 1), on }
}

/** Where a day lies on the axis, in per cent or as a part of `end`: lengths in per cent let the page's width decide. */
export function placesOn(axis: Axis, end = 100): (day: string) => number {
  const from = daysOf(axis.from)
  const share = (100 * end) / (daysOf(axis.until) - from)
  return (day) => Math.round((daysOf(day) - from) * share) / 100
}

/** The years (or months, when it is short) that an axis names. */
export function ticksOf(axis: Axis, language: Language): { day: string; label: string }[] {
  const scale = scaleUtc([dateOf(axis.from), dateOf(axis.until)], [0, 100])
  return scale.ticks(5).map((date) => {
    const day = date.toISOString().slice(0, 10)
    if (day.endsWith('-01-01')) return { day, label: day.slice(0, 4) }
    const month = { month: 'short' } as const
    const parts = day.endsWith('-01') ? month : ({ ...month, day: 'numeric' } as const)
    return { day, label: dateFormat(language, parts).format(date) }
  })
}
