// Review claims: which reviewer has taken a draft to read, so that two do not read the same.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { Conflict } from '#lib/errors.ts'
import { unlessDiscarded, unscopedCurrentDraft } from '#lib/review/current.ts'
import type { ClaimInput } from '#lib/review/input.ts'
import { claimMs, draftSituation } from '#lib/review/rules.ts'

/**
 * Takes a draft to read, or takes it over once half an hour has passed. Conflict while somebody else has it,
 * or where it was thrown away at that moment.
 */
export async function claimDraft(
  viewer: Member,
  { id }: z.output<typeof ClaimInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'draft.claim', draftSituation(viewer, await unscopedCurrentDraft(id)))
  const old = new Date(now.getTime() - claimMs)
  const taking = queryRows(z.object({ reviewerId: z.string() }))`
    INSERT INTO "ReviewClaim" ("draftId", "reviewerId", "claimedAt") VALUES (${id}, ${viewer.id}, ${now})
    ON CONFLICT ("draftId") DO UPDATE SET "reviewerId" = ${viewer.id}, "claimedAt" = ${now}
    WHERE "ReviewClaim"."reviewerId" = ${viewer.id} OR "ReviewClaim"."claimedAt" < ${old}
    RETURNING "reviewerId"`
  const taken = await unlessDiscarded(taking)
  if (taken.length === 0) throw new Conflict('Somebody else took it to review just now.')
  return id
}

/** Gives a draft back to the queue; only what one took oneself. */
export async function releaseDraft(viewer: Member, { id }: z.output<typeof ClaimInput>): Promise<string> {
  authorize(viewer, 'draft.claim', draftSituation(viewer, await unscopedCurrentDraft(id)))
  await db.reviewClaim.deleteMany({ where: { draftId: id, reviewerId: viewer.id } })
  return id
}
