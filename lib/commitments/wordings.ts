// What a commitment said at each time it was recorded or amended, as the ledger keeps it.

import { z } from 'zod'
import { type Change, changesBetween } from '#engines/text/word-diff.ts'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db, type Prisma } from '#lib/database/client.ts'
import { type Clocks, dateInWords, firstDay } from '#lib/dates.ts'
import { type Language, type Localised, localised } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

const Text = z.unknown().transform(localised)
const Body = z.object({
  subject: z.object({
    title: Text,
    text: Text,
    criteria: z.array(Text),
    due: z.object({ on: z.string(), precision: z.enum(['DAY', 'MONTH', 'YEAR']) }).nullable(),
    madeOn: z.string(),
    reviewEveryDays: z.number(),
    partyCodes: z.array(z.string()),
    areaSlug: z.string(),
  }),
})
export type Wording = z.output<typeof Body>['subject'] & { at: Date; seq: number }

type Entry = { seq: number; at: Date; body: string }

/** Every wording of one commitment that was known at the clock, the oldest first. */
export async function listWordings(
  viewer: Viewer,
  { known }: Clocks,
  id: string | Prisma.Sql,
): Promise<Wording[]> {
  authorize(viewer, 'commitment.read', 'any')
  const entries = await db.$queryRaw<Entry[]>`
    SELECT seq, at, body FROM "LedgerEntry" WHERE "subjectId" = ${id}
      AND kind IN ('COMMITMENT_RECORDED', 'COMMITMENT_AMENDED') AND at <= ${known.toISOString()}::timestamptz
    ORDER BY seq`
  return entries.map(({ seq, at, body }) => {
    const { subject } = Body.parse(JSON.parse(body))
    const due = subject.due && { ...subject.due, on: firstDay(subject.due.on, subject.due.precision) }
    return { ...subject, due, at, seq }
  })
}

/** A wording as lines of text, to be compared with the one before it. */
export function linesOfWording(wording: Wording, language: Language): string {
  const { title, text, criteria, due, partyCodes, areaSlug, reviewEveryDays } = wording
  const t = wordsOf(language, 'commitment')
  const both = (each: Localised) => [each.en, each.zh]
  return [
    ...both(title),
    ...both(text),
    t('binds', { parties: partyCodes.join(', ') }),
    due ? t('due', { date: dateInWords(due.on, due.precision, language) }) : null,
    t('looked', { area: areaSlug, days: reviewEveryDays }),
    ...criteria.flatMap(both),
  ]
    .filter(Boolean)
    .join('\n')
}

/** What each amendment changed, word by word, the oldest first. */
export function amendmentsOf(
  wordings: Wording[],
  language: Language,
): { seq: number; at: Date; changes: Change[] }[] {
  return wordings.slice(1).map((each, before) => ({
    seq: each.seq,
    at: each.at,
    changes: changesBetween(
      linesOfWording(wordings[before] ?? each, language),
      linesOfWording(each, language),
      'en',
    ),
  }))
}
