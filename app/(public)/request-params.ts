// Route and query parameters of public pages: the language, the two clocks, and the request's one now.

import { cache } from 'react'
import { setAnswerStatus } from '#app/answer.ts'
import { clocksOf, type Href, keepingClocks } from '#app/request-url.ts'
import { readClocks } from '#lib/clocks.ts'
import { type Clocks, clocksNow, dayOf } from '#lib/dates.ts'
import { isLanguage, type Language } from '#lib/languages.ts'

export type Query = Promise<Record<string, string | string[] | undefined>>
export type Params<T = unknown> = Promise<{ language: string } & T>
export type PageRequest = {
  language: Language
  asked: Record<string, string | undefined>
  clocks: Clocks
  today: string
  /** What could not be understood, in sentences; the page answers 400 and shows the rest as if it were not asked. */
  faults: string[]
  /** An address in the page's language that keeps the two clocks. */
  href: Href
}

// One for a page and its metadata, so that both ask the same.
const instantOfRequest = cache(() => new Date())

/** The language an address names; the layout answers 404 for any that is not served. */
export const languageOf = async (params: Params): Promise<Language> => {
  const { language } = await params
  return isLanguage(language) ? language : 'en'
}

/** Reads a public page's address: its language, the two clocks, and whatever else the page looks for. */
export async function readPageRequest(
  params: Params,
  query: Query,
  now = instantOfRequest(),
): Promise<PageRequest> {
  const language = await languageOf(params)
  const asked: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(await query))
    asked[name] = Array.isArray(value) ? value[0] : value
  const { on, known } = asked
  const read = readClocks({ ...(on ? { on } : {}), ...(known ? { known } : {}) }, now, language)
  const clocks = 'fault' in read ? clocksNow(now) : read
  const faults = 'fault' in read ? [read.fault] : []
  if (faults.length) setAnswerStatus(400)
  return {
    language,
    asked,
    clocks,
    today: dayOf(now),
    faults,
    href: keepingClocks(language, clocksOf(asked)),
  }
}

/** Adds faults of the page's own to those of the clocks. */
export function refuse(page: PageRequest, faults: string[]): PageRequest {
  if (faults.length) setAnswerStatus(400)
  return { ...page, faults: [...page.faults, ...faults] }
}
