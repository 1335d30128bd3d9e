// What a look at a live page can find, and when the next one is due.

import type { CaptureFault } from '#lib/articles/faults.ts'
import type { LookOutcome } from '#lib/generated/prisma/enums.ts'

export type { LookOutcome }

/** What is said of the live page beside the archived copy; the day of the look follows. */
export const outcomes: Record<LookOutcome, string> = {
  SAME: 'The live page still says what was archived',
  CHANGED: 'The live page changed after this was archived; the archived copy stays',
  GONE: 'The live page is gone; the archived copy stays',
  WALLED: 'The live page asks for a sign-in or a subscription now; the archived copy stays',
  FAILED: 'The live page could not be looked at',
}

/** Outcomes that a person should see. */
export const striking: LookOutcome[] = ['CHANGED', 'GONE', 'WALLED']

/** What a failed fetch or reading says of the page. */
export function outcomeOfFault(fault: CaptureFault): LookOutcome {
  if (fault === 'status-404' || fault === 'status-410') return 'GONE'
  const walls: CaptureFault[] = ['status-401', 'status-403', 'login-wall', 'consent-wall']
  return walls.includes(fault) ? 'WALLED' : 'FAILED'
}

/**
 * What an answer says beside the newest archived text. `held` and `excerpts`: how many excerpts still stand in it, of
 * how many. A text that shrank to less than a third and lost all of them has been put behind a wall.
 */
export function outcomeOfText(before: string, after: string, held: number, excerpts: number): LookOutcome {
  if (before === after) return 'SAME'
  const isCut = after.length < before.length * 0.3 && held === 0 && excerpts > 0
  return isCut ? 'WALLED' : 'CHANGED'
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const patience = [hourMs, 6 * hourMs, dayMs]

type Past = { at: Date; outcome: LookOutcome; retryAt: Date | null }

/**
 * When a page is due to be looked at: daily in the week after the newest publication that rests on it, weekly for a
 * quarter, then monthly. After failures sooner, then less and less so; never before the site allows. The rhythm of
 * each page is a fifth shorter or longer than that, by its id, so that no herd of looks forms.
 */
export function nextLookAt(page: { id: string; publishedAt: Date; looks: Past[] }): Date {
  const { id, publishedAt, looks } = page
  const [last] = looks
  if (!last) return new Date(publishedAt.getTime() + jitter(id) * hourMs)
  const isWhole = looks.findIndex(({ outcome }) => outcome !== 'FAILED')
  const failures = isWhole < 0 ? looks.length : isWhole
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
