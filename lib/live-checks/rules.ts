// Live checks (change detection, link rot): what one can find of a page, and when the next one is due.

import type { CaptureFault } from '#engines/fetching/faults.ts'
import { dateInWords, dayMs, dayOf, hourMs } from '#lib/dates.ts'
import type { LiveCheckOutcome } from '#lib/generated/prisma/enums.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

export type { LiveCheckOutcome }

/** After how many failures in a row a person should know that a page does not answer. */
export const failuresBeforeTold = 4

/** What the checks of a page since it was last archived come to. Failures take back nothing of what was seen before. */
export type Finding = {
  found: {
    at: Date
    outcome: LiveCheckOutcome
    /** Whether words other than the archived ones were read. */
    isOther: boolean
    /** How many excerpts there are, and how many of them still stand. */
    quotes: number
    held: number
  } | null
  failing: { since: Date; times: number } | null
}

/** What is said of the live page beside the archived copy. */
export function findingInWords({ found, failing }: Finding, language: Language = 'en'): string {
  const t = wordsOf(language, 'liveChecks')
  const day = (at: Date) => dateInWords(dayOf(at), 'DAY', language)
  const since = failing ? day(failing.since) : ''
  if (!found) return t('notSince', { since })
  const looked = { said: saidOf(found, language), on: day(found.at) }
  return failing ? t('lookedUntil', { ...looked, since }) : t('looked', looked)
}

function saidOf(
  { outcome, isOther, quotes, held }: NonNullable<Finding['found']>,
  language: Language,
): string {
  const t = wordsOf(language, 'liveChecks')
  const lost = quotes - held
  switch (outcome) {
    case 'SAME':
      if (!isOther) return t('same')
      return quotes ? t('sameQuotes') : t('nearlySame')
    case 'CHANGED':
      if (quotes === 0) return t('changed')
      if (lost === 0) return t('changedAround')
      if (quotes === 1) return t('lostOne')
      return lost === quotes ? t('lostAll', { quotes }) : t('lostSome', { lost, quotes })
    case 'GONE':
      return t('isGone')
    default:
      return t('walled')
  }
}

/** What a failed fetch or reading says of the page. */
export function outcomeOfFault(fault: CaptureFault): LiveCheckOutcome {
  if (fault === 'status-404' || fault === 'status-410') return 'GONE'
  const walls: CaptureFault[] = ['status-401', 'status-403', 'login-wall', 'consent-wall']
  return walls.includes(fault) ? 'WALLED' : 'FAILED'
}

/** How the archived text and the live one compare. `held` of `quotes` still stand; `kept`: the share of the text that does. */
export type ComparedText = {
  isEqual: boolean
  isOtherReading: boolean
  quotes: number
  held: number
  kept: number
  shrunkTo: number
}

/**
 * What an answer says beside the newest archived text. A text that shrank to less than a third and lost every excerpt
 * has been put behind a wall. Another program, or a person's clipboard, reads the same page a little otherwise: then
 * the excerpts tell, or nine tenths of the text where there are none.
 */
export function outcomeOfText({
  isEqual,
  isOtherReading,
  quotes,
  held,
  kept,
  shrunkTo,
}: ComparedText): LiveCheckOutcome {
  if (isEqual) return 'SAME'
  if (shrunkTo < 0.3 && held === 0 && (quotes > 0 || kept === 0)) return 'WALLED'
  return isOtherReading && held === quotes && (quotes > 0 || kept >= 0.9) ? 'SAME' : 'CHANGED'
}

const patience = [hourMs, 6 * hourMs, dayMs]

type Past = { at: Date; outcome: LiveCheckOutcome; retryAt: Date | null }

/**
 * When a page is due to be checked: daily in the week after the newest publication that rests on it, weekly for a
 * quarter, then monthly. After failures sooner, then less and less so; never before the site allows. The rhythm of
 * each page is a fifth shorter or longer than that, by its id, so that no herd of checks forms (jitter).
 */
export function nextCheckAt(page: { id: string; publishedAt: Date; checks: Past[] }): Date {
  const { id, publishedAt, checks } = page
  const [last] = checks
  if (!last) return new Date(publishedAt.getTime() + jitter(id) * hourMs)
  const isWhole = checks.findIndex(({ outcome }) => outcome !== 'FAILED')
  const failures = isWhole < 0 ? checks.length : isWhole
  const age = last.at.getTime() - publishedAt.getTime()
  const rhythm = age < 7 * dayMs ? dayMs : age < 90 * dayMs ? 7 * dayMs : 30 * dayMs
  const wait = Math.min(rhythm, patience[failures - 1] ?? rhythm) * jitter(id)
  return new Date(Math.max(last.at.getTime() + wait, last.retryAt?.getTime() ?? 0))
}

/** 0.8 to 1.2, always the same for an id (FNV-1a). */
function jitter(id: string): number {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return 0.8 + (hash / 2 ** 32) * 0.4
}
