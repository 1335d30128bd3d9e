// The two clocks (bitemporal) in a URL's query: the day that is asked about, and by what was known when.

import { type Clocks, dayOf, isDay } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/**
 * Reads `on` (YYYY-MM-DD) and `known` (a day, meaning its end in UTC, or an ISO instant with a zone) from an address.
 * Either may be missing, meaning now. Anything malformed or in the future is a sentence, not a guess.
 */
export function readClocks(
  asked: { on?: string; known?: string },
  now: Date,
  language: Language,
): Clocks | { fault: string } {
  const t = wordsOf(language, 'clocks')
  const today = dayOf(now)
  const on = asked.on || today
  if (!isDay(on)) return { fault: t('notADay', { asked: on.slice(0, 40) }) }
  if (on > today) return { fault: t('futureOn') }
  const known = asked.known ? readInstant(asked.known) : now
  if (!known) return { fault: t('notADay', { asked: String(asked.known).slice(0, 40) }) }
  if (dayOf(known) > today) return { fault: t('futureKnown') }
  return { on, known: known > now ? now : known, isNow: !asked.on && !asked.known }
}

function readInstant(text: string): Date | null {
  if (isDay(text)) return new Date(`${text}T23:59:59.999Z`)
  const zoned =
    /^([1-9]\d{3}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    )
  return zoned?.[1] && isDay(zoned[1]) ? new Date(text) : null
}
