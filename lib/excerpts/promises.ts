// Which commitments were promised in a passage, as they were worded at the two clocks.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import { LocalisedText, localised } from '#lib/languages.ts'
import { commitmentsAt, wasRecorded } from '#lib/ledger/as-of.ts'

const Row = z.object({ excerptId: z.string(), ref: z.string(), title: LocalisedText })
type Promised = Omit<z.output<typeof Row>, 'excerptId'>

/** By excerpt. Amending a commitment may name another passage: then each clock has its own. */
export async function listPromisedIn(
  viewer: Viewer,
  clocks: Clocks,
  excerptIds: string[],
): Promise<Map<string, Promised[]>> {
  authorize(viewer, 'commitment.read', 'any')
  const found = new Map<string, Promised[]>()
  if (excerptIds.length === 0) return found
  const rows = await queryRows(Row)`
    SELECT "promisedInId" "excerptId", ref, title FROM ${commitmentsAt(clocks)} c
    WHERE "promisedInId" = ANY (${excerptIds}) AND "madeOn" <= ${clocks.on}::date AND ${wasRecorded(clocks)}
    ORDER BY length(ref), ref`
  for (const { excerptId, ref, title } of rows)
    found.set(excerptId, [...(found.get(excerptId) ?? []), { ref, title: localised(title) }])
  return found
}
