// The second person's acts on a draft: publish, which records what it says, or return.

import type { z } from 'zod'
import { authorize, may } from '#lib/access.ts'
import { recordArea } from '#lib/areas/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { mergeCommitments } from '#lib/commitments/merge.ts'
import { amendCommitment, recordCommitment } from '#lib/commitments/write.ts'
import { db, type Tx } from '#lib/database/client.ts'
import type { ActInput, ReturnInput } from '#lib/drafts/input.ts'
import { type Said, saidOf, unscopedCurrentDraft, unscopedDraftConflict } from '#lib/drafts/standing.ts'
import { recordParty } from '#lib/parties/write.ts'
import { enqueue } from '#lib/queue.ts'
import { amendSummit, recordSummit } from '#lib/summits/write.ts'
import { situationOf } from '#lib/updates/rules.ts'

/** Publishes the version that was read: records what it says, with its entry in the ledger, in one transaction. */
export async function publishDraft(
  viewer: Member,
  { id, version }: z.output<typeof ActInput>,
  now = new Date(),
): Promise<string> {
  await refuseOvertaken(viewer, id, version)
  authorize(viewer, 'draft.publish', situationOf(viewer, await unscopedCurrentDraft(id)))
  return db.$transaction(
    async (tx) => {
      const draft = await tx.draft.findUniqueOrThrow({
        where: { id },
        select: { kind: true, body: true, subjectId: true, baseVersion: true, authorId: true },
      })
      const said = saidOf(draft)
      const subjectId = said ? await record(tx, viewer, said, draft, now) : null
      const { count } = await tx.draft.updateMany({
        where: { id, version, state: 'SUBMITTED' },
        data: {
          state: 'PUBLISHED',
          publishedAt: now,
          publishedById: viewer.id,
          version: version + 1,
          subjectId,
        },
      })
      if (count === 0) throw await unscopedDraftConflict(id)
      if (draft.kind === 'IMPORT') await enqueue(tx, 'import', { id })
      return id
    },
    { timeout: 60_000 },
  )
}

type Drafted = { subjectId: string | null; baseVersion: number | null; authorId: string }

async function record(tx: Tx, viewer: Member, said: Said, draft: Drafted, now: Date): Promise<string> {
  const within = { tx, now, proposedBy: draft.authorId }
  const amended = draft.subjectId ? { id: draft.subjectId, version: draft.baseVersion ?? 0 } : null
  if (said.kind === 'MERGE') return mergeCommitments(viewer, said.body, within)
  if (said.kind === 'SUMMIT') {
    const { summit, named } = said.body
    for (const party of named) await recordParty(viewer, party, within)
    return amended
      ? amendSummit(viewer, { ...summit, ...amended }, within)
      : recordSummit(viewer, summit, within)
  }
  const { commitment, area } = said.body
  if (area) await recordArea(viewer, area, within)
  return amended
    ? amendCommitment(viewer, { ...commitment, ...amended }, within)
    : recordCommitment(viewer, commitment, within)
}

/** Gives a draft back to its author, with the reason. */
export async function returnDraft(
  viewer: Member,
  { id, version, reason }: z.output<typeof ReturnInput>,
  now = new Date(),
): Promise<string> {
  await refuseOvertaken(viewer, id, version)
  authorize(viewer, 'draft.return', situationOf(viewer, await unscopedCurrentDraft(id)))
  const { count } = await db.draft.updateMany({
    where: { id, version, state: 'SUBMITTED' },
    data: {
      state: 'RETURNED',
      returnReason: reason,
      returnedById: viewer.id,
      returnedAt: now,
      version: version + 1,
    },
  })
  if (count === 0) throw await unscopedDraftConflict(id)
  return id
}

async function refuseOvertaken(viewer: Member, id: string, version: number): Promise<void> {
  const found = await unscopedCurrentDraft(id)
  if (found.version !== version && may(viewer, 'draft.read', situationOf(viewer, found)))
    throw await unscopedDraftConflict(id)
}
