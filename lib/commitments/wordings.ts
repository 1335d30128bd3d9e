// The version history of a commitment: its wording each time it was recorded or amended, from the ledger.

import { z } from 'zod'
import { type Change, changesBetween } from '#engines/text/word-diff.ts'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type Commitment, fields, fromEntry } from '#lib/commitments/record.ts'
import type { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

const Body = z.object({ subject: z.record(z.string(), z.unknown()) })
export type Wording = { said: Commitment; at: Date; seq: number }

const Entry = z.object({ seq: z.number(), at: z.date(), body: z.string() })

/** Every wording of one commitment that was known at the clock, the oldest first. */
export async function listWordings(
  viewer: Viewer,
  { known }: Clocks,
  id: string | Prisma.Sql,
): Promise<Wording[]> {
  authorize(viewer, 'commitment.read', 'any')
  const entries = await queryRows(Entry)`
    SELECT seq, at, body FROM "LedgerEntry" WHERE "subjectId" = ${id}
      AND kind IN ('COMMITMENT_RECORDED', 'COMMITMENT_AMENDED') AND at <= ${known.toISOString()}::timestamptz
    ORDER BY seq`
  return entries.map(({ seq, at, body }) => {
    const { subject } = Body.parse(JSON.parse(body))
    return { said: fromEntry(subject), at, seq }
  })
}

/** A wording as lines of text, to be compared with the one before it. */
export function wordingText({ said }: Wording, language: Language): string {
  const t = wordsOf(language, 'commitment')
  return fields
    .flatMap((field) => field.wording(said[field.key], t, language, said))
    .filter(Boolean)
    .join('\n')
}

/** What each amendment changed, word by word, the oldest first. */
export function amendmentsFrom(
  wordings: Wording[],
  language: Language,
): { seq: number; at: Date; changes: Change[] }[] {
  return wordings.slice(1).map((each, before) => ({
    seq: each.seq,
    at: each.at,
    changes: changesBetween(
      wordingText(wordings[before] ?? each, language),
      wordingText(each, language),
      'en',
    ),
  }))
}
