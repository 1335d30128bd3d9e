// The public log of corrections: what was corrected or withdrawn (retracted).

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import { LocalisedText, localised } from '#lib/languages.ts'

export const correctionsPerPage = 50

const Row = z.object({
  /** The update that was wrong, and the one in its place; null when it was withdrawn. */
  id: z.string(),
  byId: z.string().nullable(),
  at: z.date(),
  reason: z.string(),
  ref: z.string(),
  headline: LocalisedText,
  byHeadline: LocalisedText.nullable(),
  total: z.number(),
})
export type Correction = Omit<z.output<typeof Row>, 'total'>

/** Corrections and withdrawals known at the clock, the newest first. */
export async function listCorrections(viewer: Viewer, { known }: Clocks, page: number) {
  authorize(viewer, 'update.read', 'gone, other')
  const rows = await queryRows(Row)`
    SELECT *, count(*) OVER ()::int AS total FROM (
      SELECT o.id, n.id AS "byId", n."publishedAt" AS at, n."correctionReason" AS reason, c.ref, o.headline,
        n.headline AS "byHeadline"
      FROM "StatusUpdate" n JOIN "StatusUpdate" o ON o.id = n."supersedesId" JOIN "Commitment" c ON c.id = o."commitmentId"
      UNION ALL
      SELECT o.id, NULL, w."withdrawnAt", w.reason, c.ref, o.headline, NULL
      FROM "Withdrawal" w JOIN "StatusUpdate" o ON o.id = w."updateId" JOIN "Commitment" c ON c.id = o."commitmentId"
    ) gone WHERE at <= ${known} ORDER BY at DESC, id LIMIT ${correctionsPerPage} OFFSET ${(page - 1) * correctionsPerPage}`
  const total = rows[0]?.total ?? 0
  return {
    total,
    pages: Math.max(1, Math.ceil(total / correctionsPerPage)),
    rows: rows.map(({ total: _, headline, byHeadline, ...row }) => ({
      ...row,
      headline: localised(headline),
      byHeadline: byHeadline ? localised(byHeadline) : null,
    })),
  }
}
