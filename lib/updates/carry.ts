// Carries the updates of a commitment that was merged over to the one that stays: each by a correction of its own, so
// that nothing published is rewritten and both clocks keep telling what they told.

import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Prisma, type Tx } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { dateInWords, dayOf } from '#lib/dates.ts'
import { Conflict } from '#lib/errors.ts'
import { instantOf, type Locked, type News } from '#lib/ledger/write.ts'
import { unscopedInsertUpdate } from '#lib/updates/write.ts'

type Carrying = {
  from: { id: string; ref: string }
  into: { id: string; ref: string }
  reason: string
  authorId: string
  publisherId: string
}

/**
 * Publishes every live update of `from` again as one of `into`, by who proposed the merge and who agreed to it, with
 * the same evidence. Returns what the ledger says of each, from its `first` entry on. Who may is the merge's question.
 */
export async function unscopedCarryUpdates(
  tx: Tx,
  locked: Locked,
  { from, into, reason, authorId, publisherId }: Carrying,
  first: number,
): Promise<News[]> {
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
    if (same.occurredOn < stays.madeOn)
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
      authorId,
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
  evidence: { select: { bearing: true, position: true, articleId: true, excerptId: true, locator: true } },
} as const
