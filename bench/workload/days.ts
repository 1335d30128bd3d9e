// Days and instants of the workload: fixed, so that it is the same on every day it is made.

import { addDays, dateOf } from '#lib/dates.ts'
import type { Random } from './random.ts'

export { addDays }

/** Nothing in the workload is later, so all of it lies in the past of whoever runs it. */
export const lastEventOn = '2026-03-31'

/** Some moment in the working hours of a day. */
export function instant(day: string, random: Random): Date {
  return new Date(dateOf(day).getTime() + random.int(8 * 3_600_000, 18 * 3_600_000))
}
