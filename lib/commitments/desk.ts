// Commitments as members edit them: the wording in force, in the shape that an amendment is sent in.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { keptAt } from '#lib/commitments/kept.ts'
import { fromKept, StoredCommitment } from '#lib/commitments/record.ts'
import { isRef } from '#lib/commitments/rules.ts'
import type { Amendment } from '#lib/commitments/write-rows.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { always, clocksNow } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'

const InForce = StoredCommitment.extend({
  id: z.string(),
  version: z.number(),
  mergedInto: z.string().nullable(),
})
const now = clocksNow(always)

/** What is in force of the commitments that match, in the shape that an amendment is sent in. */
export async function listInForce(
  viewer: Viewer,
  by: { ids: string[] } | { refs: string[] },
): Promise<(Amendment & { mergedInto: string | null })[]> {
  authorize(viewer, 'commitment.read', 'any')
  const where = 'ids' in by ? Prisma.sql`c.id = ANY(${by.ids})` : Prisma.sql`c.ref = ANY(${by.refs})`
  const rows = await queryRows(InForce)`
    SELECT c.id, c.version, ${keptAt(now)}, i.ref "mergedInto"
    FROM "Commitment" c JOIN "Area" a ON a.id = c."areaId" JOIN "Summit" s ON s.id = c."summitId"
    LEFT JOIN "Merge" m ON m."commitmentId" = c.id LEFT JOIN "Commitment" i ON i.id = m."intoId" WHERE ${where}`
  return rows.map((row) => {
    const { id, version, mergedInto } = row
    return { id, version, mergedInto, ...fromKept(row) }
  })
}

/** The wording in force of one commitment. Throws NotFound. */
export async function getInForce(viewer: Member, by: { id: string } | { ref: string }) {
  const isMeant = 'id' in by || isRef(by.ref)
  const wanted = 'id' in by ? { ids: [by.id] } : { refs: [by.ref] }
  const [found] = isMeant ? await listInForce(viewer, wanted) : []
  if (!found) throw new NotFound('commitment')
  return found
}
