// The record of a reading before publication: who has taken an update or a draft, and what is said about it. Those who
// call this have asked who may.

import type { z } from 'zod'
import type { Member } from '#lib/auth/viewer.ts'
import { db, once } from '#lib/database/client.ts'
import { Conflict } from '#lib/errors.ts'
import type { CommentInput } from '#lib/updates/input.ts'
import { claimMs } from '#lib/updates/rules.ts'

/** What is read: an update, or a draft. */
export type Read = { updateId: string } | { draftId: string }

const person = { select: { id: true, name: true } } as const
const idsOf = (read: Read) => ({ updateId: null, draftId: null, ...read })

/** Takes it, or takes it over once half an hour has passed. Conflict while somebody else has it. */
export async function unscopedTake(viewer: Member, read: Read, now: Date): Promise<string> {
  const { updateId, draftId } = idsOf(read)
  const id = updateId ?? draftId ?? ''
  const old = new Date(now.getTime() - claimMs)
  const taken = await db.$queryRaw<unknown[]>`
    INSERT INTO "ReviewClaim" (id, "updateId", "draftId", "reviewerId", "claimedAt")
    VALUES (${id}, ${updateId}, ${draftId}, ${viewer.id}, ${now})
    ON CONFLICT (id) DO UPDATE SET "reviewerId" = ${viewer.id}, "claimedAt" = ${now}
    WHERE "ReviewClaim"."reviewerId" = ${viewer.id} OR "ReviewClaim"."claimedAt" < ${old}
    RETURNING 1`
  if (taken.length === 0) throw new Conflict('Somebody else took it to review just now.')
  return id
}

/** Gives it back; only what one took oneself. */
export async function unscopedGiveBack(viewer: Member, read: Read): Promise<void> {
  await db.reviewClaim.deleteMany({ where: { ...read, reviewerId: viewer.id } })
}

/** Says something about it. Sent twice, it is said once. */
export async function unscopedSay(
  viewer: Member,
  read: Read,
  { text, requestKey }: Pick<z.output<typeof CommentInput>, 'text' | 'requestKey'>,
  now: Date,
): Promise<string> {
  const find = () =>
    requestKey
      ? db.comment.findFirst({ where: { requestKey, authorId: viewer.id }, select: { id: true } })
      : Promise.resolve(null)
  const data = { ...idsOf(read), authorId: viewer.id, text, requestKey, at: now }
  return (await once(find, () => db.comment.create({ data, select: { id: true } }))).id
}

/** Who has it now, and what was said about it. */
export async function unscopedReading(read: Read, now: Date) {
  const [claim, comments] = await Promise.all([
    db.reviewClaim.findFirst({ where: read, select: { claimedAt: true, reviewer: person } }),
    db.comment.findMany({
      where: read,
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { id: true, at: true, text: true, author: person },
    }),
  ])
  const isLive = claim && now.getTime() - claim.claimedAt.getTime() < claimMs
  return { claim: isLive ? claim : null, comments }
}

export type Reading = Awaited<ReturnType<typeof unscopedReading>>
