// Insert-only: published updates with their evidence are inserted, later perhaps withdrawn, never changed.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Prisma, type Tx } from '#lib/database/client.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { append, lockHead, type News } from '#lib/ledger/write.ts'
import type { WithdrawInput } from '#lib/updates/input.ts'
import { unscopedUpdateForLedger, updateSubject, withdrawalSubject } from '#lib/updates/ledger-entry.ts'
import { updateSituation } from '#lib/updates/rules.ts'

type Published = Prisma.StatusUpdateUncheckedCreateInput & { id: string }
type Proof = Omit<Prisma.EvidenceCreateManyInput, 'updateId'>

/**
 * Inserts an update under the locked head and returns what the ledger says of it. Who may is the question of the review
 * or the merge that it comes from.
 */
export async function unscopedInsertUpdate(tx: Tx, update: Published, evidence: Proof[]): Promise<News> {
  // Evidence comes first: the database takes no update that rests on nothing (prisma/sql/guards.sql).
  await tx.evidence.createMany({ data: evidence.map((row) => ({ ...row, updateId: update.id })) })
  await tx.statusUpdate.create({ data: update, select: { id: true } })
  const kind = update.supersedesId ? 'UPDATE_CORRECTED' : 'UPDATE_PUBLISHED'
  return { kind, subjectId: update.id, subject: updateSubject(await unscopedUpdateForLedger(tx, update.id)) }
}

/** Withdraws a published update: a new record with its reason; the update itself stays as it was. */
export async function withdrawUpdate(
  viewer: Member,
  { id, reason }: z.output<typeof WithdrawInput>,
  now = new Date(),
): Promise<string> {
  const found = await currentUpdate(db, id)
  authorize(viewer, 'update.withdraw', updateSituation(viewer, found))
  return db.$transaction(async (tx) => {
    const locked = await lockHead(tx, now)
    if ((await currentUpdate(tx, id)).isGone) throw new Conflict('This was corrected or withdrawn meanwhile.')
    const withdrawal = { reason, withdrawnById: viewer.id }
    await tx.withdrawal.create({ data: { ...withdrawal, updateId: id, withdrawnAt: locked.at } })
    await append(tx, locked, 'UPDATE_WITHDRAWN', id, withdrawalSubject(id, withdrawal))
    return id
  })
}

async function currentUpdate(reader: Pick<Tx, 'statusUpdate'>, id: string) {
  const found = await reader.statusUpdate.findUnique({
    where: { id },
    select: {
      authorId: true,
      withdrawal: { select: { updateId: true } },
      supersededBy: { select: { id: true } },
    },
  })
  if (!found) throw new NotFound('update')
  return { ...found, isGone: found.withdrawal !== null || found.supersededBy.length > 0 }
}
