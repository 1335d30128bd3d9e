// Calendar dates ('2024-05-14', no clock, no zone), their precision, and the two clocks of a question.

import type { DatePrecision } from '#lib/generated/prisma/enums.ts'

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** A real calendar date written YYYY-MM-DD (RFC 3339 full-date), years 1000 to 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && dayOf(date) === text
}

/** The UTC day of an instant, which is also how a Postgres date arrives from Prisma. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return daysOf(to) - daysOf(from)
}

export function addDays(day: string, days: number): string {
  return dayAt(daysOf(day) + days)
}

/**
 * Days from 1 January 1970 to a day written YYYY-MM-DD. Counted from a year that begins in March, so that a leap day is
 * its last (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, days_from_civil).
 */
export function daysOf(day: string): number {
  const digit = (at: number) => day.charCodeAt(at) - 48
  const month = digit(5) * 10 + digit(6)
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month < 3 ? 1 : 0)
  const dayOfYear = Math.floor((153 * (month + (month < 3 ? 9 : -3)) + 2) / 5) + digit(8) * 10 + digit(9) - 1
  return (
    year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
  )
}

// Ribbons ask for the same days thousands of times, and while a page is drawn a Date costs several times what it says.
const named = new Map<number, string>()

/** The day so many days after 1 January 1970. */
function dayAt(days: number): string {
  const found = named.get(days)
  if (found) return found
  const day = dayOf(new Date(days * dayMs))
  if (named.size > 50_000) named.clear()
  named.set(days, day)
  return day
}

/**
 * The first day of the period that a day stands for. An event known to the month counts from the first of that
 * month, so that what was published today is never hidden until the month ends (docs/decisions/003).
 */
export function firstDay(day: string, precision: DatePrecision): string {
  if (precision === 'YEAR') return `${day.slice(0, 4)}-01-01`
  return precision === 'MONTH' ? `${day.slice(0, 7)}-01` : day
}

/** A day and its precision from what was typed: '2024', '2024-05' or '2024-05-14'; undefined when it is none. */
export function asTyped(text: string): { day: string; precision: DatePrecision } | undefined {
  const precision = ({ 4: 'YEAR', 7: 'MONTH', 10: 'DAY' } as const)[text.length]
  const day = `${text}${{ YEAR: '-01-01', MONTH: '-01', DAY: '' }[precision ?? 'DAY']}`
  return precision && isDay(day) ? { day, precision } : undefined
}

/** A date as EDTF level 0: as many of YYYY-MM-DD as are known. */
export function edtf(day: string, precision: DatePrecision): string {
  return day.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[precision])
}

// To make a formatter takes longer than to draw a page: each is made once.
const formats = new Map<string, Intl.DateTimeFormat>()

/** The formatter of a language for these parts of a date, in UTC. */
export function dateFormat(language: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(parts)}`
  const found = formats.get(key)
  if (found) return found
  const options = { timeZone: 'UTC', ...parts }
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options)
  formats.set(key, made)
  return made
}

const dateParts: Record<DatePrecision, Intl.DateTimeFormatOptions> = {
  YEAR: { year: 'numeric' },
  MONTH: { year: 'numeric', month: 'long' },
  DAY: { year: 'numeric', month: 'long', day: 'numeric' },
}

// The same days stand on a page many times: what was said of the last few thousand is kept.
const said = new Map<string, string>()

/** A date in words, only as precise as it is known: '14 May 2024', 'May 2024', '2024'. */
export function dateInWords(day: string, precision: DatePrecision = 'DAY', language = 'en'): string {
  const key = `${language}${precision}${day}`
  const found = said.get(key)
  if (found) return found
  const text = dateFormat(language, dateParts[precision]).format(dateOf(day))
  if (said.size > 20_000) said.clear()
  said.set(key, text)
  return text
}

/** An instant in words, in UTC and saying so, because a server does not know its reader's zone. */
export function instantInWords(instant: Date, language = 'en'): string {
  return `${dateFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(instant)} UTC`
}

/** The two clocks: as the world stood on a day, as this tracker knew it at an instant. */
export type Clocks = { on: string; known: Date; isNow: boolean }

/** Later than anything recorded. */
export const always = new Date('9999-12-31T00:00:00Z')

/** Up to which instant rows count: instants of the ledger may run a little ahead, and now means everything. */
export function upTo({ known, isNow }: Clocks): Date {
  return isNow ? always : known
}

export function clocksNow(now: Date): Clocks {
  return { on: dayOf(now), known: now, isNow: true }
}
