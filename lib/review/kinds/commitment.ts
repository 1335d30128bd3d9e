// Drafts of commitments: to be recorded, perhaps with a new area, or amended.

import { recordArea } from '#lib/areas/write.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { factsOfCommitment, fieldsOfCommitment } from '#lib/commitments/form.ts'
import { CommitmentForm } from '#lib/commitments/input.ts'
import type { Commitment } from '#lib/commitments/record.ts'
import { amendCommitment, recordCommitment } from '#lib/commitments/write.ts'
import { commitmentRows, unscopedLookUpNames } from '#lib/commitments/write-rows.ts'
import { db } from '#lib/database/client.ts'
import { invalid } from '#lib/errors.ts'
import { type ReviewKind, readBy, titleIn } from '#lib/review/kinds/kind.ts'

export const commitmentKind: ReviewKind = {
  act: (isAmendment) => `${isAmendment ? 'an amended' : 'a new'} commitment`,
  title: (fields) => titleIn(fields, 'title'),
  read: (fields) =>
    readBy(CommitmentForm, fields, ({ commitment, area }) => ({
      facts: async () => factsOfCommitment(commitment),
      check: ({ subjectId }) => refuseUnfit(commitment, area?.slug, subjectId),
      publish: async (viewer, { subjectId, baseVersion }, publishing) => {
        if (area) await recordArea(viewer, area, publishing)
        return subjectId
          ? amendCommitment(viewer, { ...commitment, id: subjectId, version: baseVersion ?? 0 }, publishing)
          : recordCommitment(viewer, commitment, publishing)
      },
      address: `/commitments/${commitment.ref}`,
    })),
  async inForce(viewer, id) {
    const { version, ...said } = await getInForce(viewer, { id })
    return { version, fields: fieldsOfCommitment(said), facts: factsOfCommitment(said) }
  },
  merged: (_, subjectId) => unscopedMergedNow(subjectId),
}

/** A commitment's reference and into which it was merged; null when it stands. */
export async function unscopedMergedNow(commitmentId: string | null | undefined) {
  const merge = commitmentId
    ? await db.merge.findUnique({
        where: { commitmentId },
        select: { commitment: { select: { ref: true } }, into: { select: { ref: true } } },
      })
    : null
  return merge && { ref: merge.commitment.ref, into: merge.into.ref }
}

async function refuseUnfit(said: Commitment, newArea: string | undefined, subjectId: string | null) {
  const named = await unscopedLookUpNames(db, [said])
  if (newArea) named.areas.set(newArea, 'to come')
  if (await unscopedMergedNow(subjectId))
    throw invalid('ref', `${said.ref} was merged into another: amend that one.`)
  if (!subjectId && named.taken.has(said.ref)) throw invalid('ref', `${said.ref} is taken.`)
  const amended =
    subjectId && (await db.commitment.findUnique({ where: { id: subjectId }, select: { ref: true } }))
  if (amended && amended.ref !== said.ref) throw invalid('ref', 'A reference stays as it was first recorded.')
  commitmentRows(said, named)
}
