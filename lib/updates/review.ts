// Reading before publication: who has taken what, and what is said about it.

import type { z } from 'zod'
import { authorize, may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { dayOf, edtf } from '#lib/dates.ts'
import { db, once, type Tx } from '#lib/db.ts'
import { Conflict } from '#lib/errors.ts'
import { localised, say } from '#lib/languages.ts'
import type { ClaimInput, CommentInput } from '#lib/updates/input.ts'
import { claimMs, situationOf, textOf } from '#lib/updates/rules.ts'
import { standing } from '#lib/updates/standing.ts'

/** Takes an update to read, or takes it over once half an hour has passed. Conflict while somebody else has it. */
export async function claimReview(
  viewer: Member,
  { id }: z.output<typeof ClaimInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'update.claim', situationOf(viewer, await standing(id)))
  const old = new Date(now.getTime() - claimMs)
  const taken = await db.$queryRaw<unknown[]>`
    INSERT INTO "ReviewClaim" ("updateId", "reviewerId", "claimedAt") VALUES (${id}, ${viewer.id}, ${now})
    ON CONFLICT ("updateId") DO UPDATE SET "reviewerId" = ${viewer.id}, "claimedAt" = ${now}
    WHERE "ReviewClaim"."reviewerId" = ${viewer.id} OR "ReviewClaim"."claimedAt" < ${old}
    RETURNING 1`
  if (taken.length === 0) throw new Conflict('Somebody else took it to review just now.')
  return id
}

/** Gives an update back to the queue; only what one took oneself. */
export async function releaseReview(viewer: Member, { id }: z.output<typeof ClaimInput>): Promise<string> {
  authorize(viewer, 'update.claim', situationOf(viewer, await standing(id)))
  await db.reviewClaim.deleteMany({ where: { updateId: id, reviewerId: viewer.id } })
  return id
}

/** Says something about an update that is not published yet. Sent twice, it is said once. */
export async function commentOn(
  viewer: Member,
  { id, text, requestKey }: z.output<typeof CommentInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'update.comment', situationOf(viewer, await standing(id)))
  const find = () =>
    requestKey
      ? db.comment.findFirst({ where: { requestKey, authorId: viewer.id }, select: { id: true } })
      : Promise.resolve(null)
  const data = { updateId: id, authorId: viewer.id, text, requestKey, at: now }
  return (await once(find, () => db.comment.create({ data, select: { id: true } }))).id
}

/** What surrounds the reading of an update: who has it, who approved it, what was said, and what it said before. */
export async function getReview(viewer: Member, id: string, now = new Date()) {
  const found = await standing(id)
  if (!may(viewer, 'update.read', situationOf(viewer, found))) return null
  const person = { select: { id: true, name: true } }
  const [claim, comments, returned, approval, text] = await Promise.all([
    db.reviewClaim.findUnique({ where: { updateId: id }, select: { claimedAt: true, reviewer: person } }),
    db.comment.findMany({
      where: { updateId: id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { id: true, at: true, text: true, author: person },
    }),
    db.returnedText.findFirst({
      where: { updateId: id },
      orderBy: { version: 'desc' },
      select: { text: true },
    }),
    db.approval.findUnique({
      where: { updateId_version: { updateId: id, version: found.version } },
      select: { at: true, reviewer: person },
    }),
    currentText(db, id),
  ])
  const isLive = claim && now.getTime() - claim.claimedAt.getTime() < claimMs
  return { claim: isLive ? claim : null, comments, approval, text, before: returned?.text ?? null }
}

export type ReviewView = NonNullable<Awaited<ReturnType<typeof getReview>>>

/** An update as lines of text, to be compared with what it said before. */
export async function currentText(tx: Pick<Tx, 'statusUpdate'>, id: string): Promise<string> {
  const row = await tx.statusUpdate.findUniqueOrThrow({
    where: { id },
    select: {
      status: true,
      occurredOn: true,
      occurredPrecision: true,
      headline: true,
      note: true,
      party: { select: { name: true } },
      evidence: {
        orderBy: { position: 'asc' },
        select: {
          bearing: true,
          locator: true,
          article: { select: { title: true } },
          excerpt: { select: { exact: true } },
        },
      },
    },
  })
  return textOf({
    status: row.status,
    occurred: edtf(dayOf(row.occurredOn), row.occurredPrecision),
    party: row.party && say(localised(row.party.name), 'en').text,
    headline: localised(row.headline),
    note: localised(row.note),
    evidence: row.evidence.map(({ bearing, locator, article, excerpt }) => ({
      bearing,
      locator,
      what: excerpt ? `“${excerpt.exact}”, in ${article.title}` : article.title,
    })),
  })
}
