// Carries the updates of a commitment that was merged over to the one that stays: each by a correction of its own, so
// that nothing published is rewritten and both clocks keep telling what they told.

import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Prisma, type Tx } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { dateInWords, dayOf, edtf } from '#lib/dates.ts'
import { Conflict, NotAllowed } from '#lib/errors.ts'
import { instantOf, type Locked, type News } from '#lib/ledger/write.ts'
import { unscopedInsertUpdate } from '#lib/updates/write.ts'

type Carrying = {
  from: { id: string; ref: string }
  into: { id: string; ref: string }
  reason: string
  publisherId: string
}

/**
 * NotAllowed where this person wrote a live update of a commitment that is to be merged: merging publishes it again, and
 * nobody publishes their own.
 */
export async function unscopedRefuseOwn(
  tx: Tx,
  at: Date,
  from: { id: string; ref: string },
  publisherId: string,
): Promise<void> {
  const own = await queryRows(z.object({ id: z.string() }), tx)`
    SELECT id FROM live_updates(${at}) WHERE "commitmentId" = ${from.id} AND "authorId" = ${publisherId} LIMIT 1`
  if (own.length > 0)
    throw new NotAllowed(
      `${from.ref} has an update that you wrote, and nobody publishes their own: somebody else has to publish this merge.`,
    )
}

/**
 * Publishes every live update of `from` again as one of `into`: by its own author, and by who agreed to the merge, with
 * the same evidence. Returns what the ledger says of each, from its `first` entry on. Who may is the merge's question.
 */
export async function unscopedCarryUpdates(
  tx: Tx,
  locked: Locked,
  { from, into, reason, publisherId }: Carrying,
  first: number,
): Promise<News[]> {
  await unscopedRefuseOwn(tx, locked.at, from, publisherId)
  const live = await queryRows(z.object({ id: z.string() }), tx)`
    SELECT id FROM live_updates(${locked.at}) WHERE "commitmentId" = ${from.id} ORDER BY "publishedAt"`
  const stays = await tx.commitment.findUniqueOrThrow({
    where: { id: into.id },
    select: { madeOn: true, parties: { select: { partyId: true } } },
  })
  const news: News[] = []
  for (const { id: supersedesId } of live) {
    const { evidence, headline, note, party, ...same } = await tx.statusUpdate.findUniqueOrThrow({
      where: { id: supersedesId },
      select: carried,
    })
    if (same.partyId && !stays.parties.some(({ partyId }) => partyId === same.partyId))
      throw new Conflict(
        `${from.ref} has an update on ${party?.code}, which ${into.ref} does not bind: amend that first.`,
      )
    // As far as it is known: what happened in the month of the promise may have followed it.
    const { occurredPrecision: precision } = same
    if (edtf(dayOf(same.occurredOn), precision) < edtf(dayOf(stays.madeOn), precision))
      throw new Conflict(
        `${from.ref} has an update of ${dateInWords(dayOf(same.occurredOn), same.occurredPrecision)}, before ${into.ref} was promised: amend that first.`,
      )
    const update = {
      ...same,
      id: randomBytes(9).toString('base64url'),
      headline: headline ?? {},
      note: note ?? Prisma.JsonNull,
      commitmentId: into.id,
      supersedesId,
      correctionReason: `${from.ref} was merged into ${into.ref}: ${reason}`,
      publishedAt: instantOf(locked, first + news.length),
      publishedById: publisherId,
    }
    news.push(await unscopedInsertUpdate(tx, update, evidence))
  }
  return news
}

const carried = {
  partyId: true,
  party: { select: { code: true } },
  status: true,
  occurredOn: true,
  occurredPrecision: true,
  headline: true,
  note: true,
  authorId: true,
  evidence: { select: { bearing: true, position: true, articleId: true, excerptId: true, locator: true } },
} as const
