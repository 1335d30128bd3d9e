// Reading before publication: who has taken what, and what is said about it.

import type { z } from 'zod'
import { authorize, may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { dayOf, edtf } from '#lib/dates.ts'
import { localised, say } from '#lib/languages.ts'
import type { ClaimInput, CommentInput } from '#lib/updates/input.ts'
import { unscopedGiveBack, unscopedReading, unscopedSay, unscopedTake } from '#lib/updates/reading.ts'
import { situationOf, textOf } from '#lib/updates/rules.ts'
import { unscopedCurrentUpdate } from '#lib/updates/standing.ts'

/** Takes an update to read, or takes it over once half an hour has passed. Conflict while somebody else has it. */
export async function claimReview(
  viewer: Member,
  { id }: z.output<typeof ClaimInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'update.claim', situationOf(viewer, await unscopedCurrentUpdate(id)))
  return unscopedTake(viewer, { updateId: id }, now)
}

/** Gives an update back to the queue; only what one took oneself. */
export async function releaseReview(viewer: Member, { id }: z.output<typeof ClaimInput>): Promise<string> {
  authorize(viewer, 'update.claim', situationOf(viewer, await unscopedCurrentUpdate(id)))
  await unscopedGiveBack(viewer, { updateId: id })
  return id
}

/** Says something about an update that is not published yet. Sent twice, it is said once. */
export async function commentOn(
  viewer: Member,
  { id, ...input }: z.output<typeof CommentInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'update.comment', situationOf(viewer, await unscopedCurrentUpdate(id)))
  return unscopedSay(viewer, { updateId: id }, input, now)
}

/** What surrounds the reading of an update: who has it, who approved it, what was said, and what it said before. */
export async function getReview(viewer: Member, id: string, now = new Date()) {
  const found = await unscopedCurrentUpdate(id)
  if (!may(viewer, 'update.read', situationOf(viewer, found))) return null
  const person = { select: { id: true, name: true } }
  const [reading, returned, approval, text] = await Promise.all([
    unscopedReading({ updateId: id }, now),
    db.returnedText.findFirst({
      where: { updateId: id },
      orderBy: { version: 'desc' },
      select: { text: true },
    }),
    db.approval.findUnique({
      where: { updateId_version: { updateId: id, version: found.version } },
      select: { at: true, reviewer: person },
    }),
    unscopedCurrentText(db, id),
  ])
  return { ...reading, approval, text, before: returned?.text ?? null }
}

export type ReviewView = NonNullable<Awaited<ReturnType<typeof getReview>>>

/** An update as lines of text, to be compared with what it said before, by a verb that has asked. */
export async function unscopedCurrentText(tx: Pick<Tx, 'statusUpdate'>, id: string): Promise<string> {
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
