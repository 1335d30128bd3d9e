// Which commitments were promised in a passage, as they were worded at the two clocks.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type Clocks, upTo } from '#lib/dates.ts'
import { db } from '#lib/db.ts'
import { type Localised, localised } from '#lib/languages.ts'

type Promised = { ref: string; title: Localised }

/** By excerpt. Amending a commitment may name another passage: the ledger knows which it was. */
export async function promisedIn(
  viewer: Viewer,
  clocks: Clocks,
  excerptIds: string[],
): Promise<Map<string, Promised[]>> {
  authorize(viewer, 'commitment.read', 'any')
  const found = new Map<string, Promised[]>()
  if (excerptIds.length === 0) return found
  const rows = await db.$queryRaw<{ excerptId: string; ref: string; title: unknown }[]>`
    SELECT said->>'promisedInId' AS "excerptId", said->>'ref' AS ref, said->'title' AS title
    FROM (SELECT DISTINCT ON ("subjectId") body::jsonb->'subject' AS said FROM "LedgerEntry"
      WHERE kind IN ('COMMITMENT_RECORDED', 'COMMITMENT_AMENDED') AND at <= ${upTo(clocks).toISOString()}::timestamptz
        AND "subjectId" IN (SELECT "subjectId" FROM "LedgerEntry"
          WHERE kind IN ('COMMITMENT_RECORDED', 'COMMITMENT_AMENDED')
            AND EXISTS (SELECT FROM unnest(${excerptIds}::text[]) id WHERE strpos(body, id) > 0))
      ORDER BY "subjectId", seq DESC) worded
    WHERE said->>'promisedInId' = ANY (${excerptIds}) AND said->>'madeOn' <= ${clocks.on}
    ORDER BY length(said->>'ref'), said->>'ref'`
  for (const { excerptId, ref, title } of rows)
    found.set(excerptId, [...(found.get(excerptId) ?? []), { ref, title: localised(title) }])
  return found
}
