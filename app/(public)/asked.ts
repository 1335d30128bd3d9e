import { setAnswerStatus } from '#app/answer.ts'
import { type Clocks, clocksNow, dayOf, readClocks } from '#lib/dates.ts'

export type Query = Promise<Record<string, string | string[] | undefined>>
export type Href = (path: string, more?: Record<string, string>) => string
export type AskedPage = {
  asked: Record<string, string | undefined>
  clocks: Clocks
  today: string
  /** What could not be understood, in sentences; the page answers 400 and shows the rest as if it were not asked. */
  faults: string[]
  /** An address that keeps the two clocks. */
  href: Href
}

/** Reads a public page's address: the two clocks, and whatever else the page looks for. */
export async function readAsked(query: Query, now = new Date()): Promise<AskedPage> {
  const asked: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(await query))
    asked[name] = Array.isArray(value) ? value[0] : value
  const { on, known } = asked
  const read = readClocks({ ...(on ? { on } : {}), ...(known ? { known } : {}) }, now)
  const clocks = 'fault' in read ? clocksNow(now) : read
  const faults = 'fault' in read ? [read.fault] : []
  if (faults.length) setAnswerStatus(400)
  const kept = clocks.isNow ? {} : { ...(on ? { on } : {}), ...(known ? { known } : {}) }
  const href: Href = (path, more = {}) => {
    const search = new URLSearchParams({ ...more, ...kept }).toString()
    return search ? `${path}?${search}` : path
  }
  return { asked, clocks, today: dayOf(now), faults, href }
}

/** Adds faults of the page's own to those of the clocks. */
export function refuse(page: AskedPage, faults: string[]): AskedPage {
  if (faults.length) setAnswerStatus(400)
  return { ...page, faults: [...page.faults, ...faults] }
}
