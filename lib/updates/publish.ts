// The second person's acts: publish, return, correct, withdraw. What is published is never changed again.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, Prisma, type Tx } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'
import { Conflict, NotAllowed, NotFound } from '#lib/errors.ts'
import { append, lockHead } from '#lib/ledger/write.ts'
import type { ActInput, CorrectInput, ReturnInput, TogetherInput, WithdrawInput } from '#lib/updates/input.ts'
import { bodyOf, unscopedUpdateForLedger, withdrawalBodyOf } from '#lib/updates/ledger-entry.ts'
import { unscopedCurrentText } from '#lib/updates/review.ts'
import { noChange, situationOf, weighty } from '#lib/updates/rules.ts'
import { standingAt, unscopedCurrentUpdate, unscopedUpdateConflict } from '#lib/updates/standing.ts'

/** Publishes the version that the reviewer read, and enters it in the ledger. */
export async function publishUpdate(
  viewer: Member,
  { id, version }: z.output<typeof ActInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'update.publish', situationOf(viewer, await standingAt(viewer, id, version)))
  if (env().SECOND_REVIEWER && (await isFirstApproval(viewer, id, version, now))) return id
  return db.$transaction(async (tx) => {
    const locked = await lockHead(tx, now)
    const data = {
      state: 'PUBLISHED' as const,
      publishedAt: locked.at,
      publishedById: viewer.id,
      version: version + 1,
    }
    await refuseSecondCorrection(tx, id)
    await refuseUnbound(tx, id)
    const { count } = await tx.statusUpdate.updateMany({ where: { id, version, state: 'SUBMITTED' }, data })
    if (count === 0) throw await unscopedUpdateConflict(tx, id)
    const update = await unscopedUpdateForLedger(tx, id)
    await append(
      tx,
      locked,
      update.supersedesId ? 'UPDATE_CORRECTED' : 'UPDATE_PUBLISHED',
      id,
      bodyOf(update),
    )
    return id
  })
}

/** Whether this was the first of two approvals, which it then records. The same person twice is still one. */
async function isFirstApproval(viewer: Member, id: string, version: number, now: Date): Promise<boolean> {
  const weighs = await db.statusUpdate.count({ where: { id, status: { in: [...weighty] } } })
  if (!weighs) return false
  const data = { updateId: id, version, reviewerId: viewer.id, at: now }
  const { count } = await db.approval.createMany({ data: [data], skipDuplicates: true })
  if (count) return true
  const first = await db.approval.findUnique({ where: { updateId_version: { updateId: id, version } } })
  return first?.reviewerId === viewer.id
}

/** Publishes several of the kind that says no change was seen, each by itself; returns what became of each. */
export async function publishTogether(
  viewer: Member,
  { items }: z.output<typeof TogetherInput>,
  now = new Date(),
): Promise<{ id: string; fault: string | null }[]> {
  authorize(viewer, 'update.publish', 'submitted, other')
  const alike = await db.statusUpdate.findMany({
    where: { id: { in: Object.keys(items) }, headline: { equals: noChange } },
    select: { id: true },
  })
  const done: { id: string; fault: string | null }[] = []
  for (const [id, version] of Object.entries(items)) {
    const isAlike = alike.some((each) => each.id === id)
    const fault = isAlike
      ? await publishUpdate(viewer, { id, version }, now).then(
          () => null,
          (error) => refusalOf(error),
        )
      : 'it says something else, and is read by itself.'
    done.push({ id, fault })
  }
  return done
}

function refusalOf(error: unknown): string {
  if (error instanceof Conflict || error instanceof NotAllowed || error instanceof NotFound)
    return error.message
  throw error
}

async function refuseSecondCorrection(tx: Tx, id: string): Promise<void> {
  const other = await tx.statusUpdate.findFirst({
    where: {
      id,
      supersedes: {
        OR: [{ supersededBy: { some: { state: 'PUBLISHED' } } }, { withdrawal: { isNot: null } }],
      },
    },
    select: { id: true },
  })
  if (other)
    throw new Conflict(
      'What this corrects was itself corrected or withdrawn meanwhile: return it to its author.',
    )
}

// The commitment may have been amended or merged since the draft was saved.
async function refuseUnbound(tx: Tx, id: string): Promise<void> {
  const update = await tx.statusUpdate.findUnique({
    where: { id },
    select: {
      partyId: true,
      commitment: {
        select: {
          parties: { select: { partyId: true } },
          merge: { select: { into: { select: { ref: true } } } },
        },
      },
    },
  })
  const { merge, parties = [] } = update?.commitment ?? {}
  if (merge) throw new Conflict(`The commitment was merged into ${merge.into.ref}: return it to its author.`)
  if (update?.partyId && !parties.some((each) => each.partyId === update.partyId))
    throw new Conflict('The commitment no longer binds this party: return it to its author.')
}

/** Gives a submitted update back to its author, with the reason. */
export async function returnUpdate(
  viewer: Member,
  input: z.output<typeof ReturnInput>,
  now = new Date(),
): Promise<string> {
  const { id, version, reason } = input
  authorize(viewer, 'update.return', situationOf(viewer, await standingAt(viewer, id, version)))
  const data = {
    state: 'RETURNED' as const,
    returnReason: reason,
    returnedById: viewer.id,
    returnedAt: now,
    version: version + 1,
  }
  return db.$transaction(async (tx) => {
    const { count } = await tx.statusUpdate.updateMany({ where: { id, version, state: 'SUBMITTED' }, data })
    if (count === 0) throw await unscopedUpdateConflict(tx, id)
    await tx.returnedText.create({ data: { updateId: id, version, text: await unscopedCurrentText(tx, id) } })
    return id
  })
}

/** Begins a correction: a draft with the same content that will supersede it; one that is begun already is gone on with. */
export async function correctUpdate(
  viewer: Member,
  input: z.output<typeof CorrectInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'update.correct', situationOf(viewer, await unscopedCurrentUpdate(input.id)))
  return db.$transaction(async (tx) => {
    // One after the other: a button pressed twice at once must find the correction it has begun.
    await tx.$queryRaw`SELECT id FROM "StatusUpdate" WHERE id = ${input.id} FOR UPDATE`
    const begun = await tx.statusUpdate.findFirst({
      where: { supersedesId: input.id, authorId: viewer.id, state: { not: 'PUBLISHED' } },
      select: { id: true },
    })
    if (begun) return begun.id
    const { evidence, headline, note, ...same } = await tx.statusUpdate.findUniqueOrThrow({
      where: { id: input.id },
      select: {
        commitmentId: true,
        partyId: true,
        status: true,
        occurredOn: true,
        occurredPrecision: true,
        headline: true,
        note: true,
        evidence: {
          select: { bearing: true, position: true, articleId: true, excerptId: true, locator: true },
        },
      },
    })
    const { id } = await tx.statusUpdate.create({
      data: {
        ...same,
        headline: headline ?? {},
        note: note ?? Prisma.JsonNull,
        supersedesId: input.id,
        correctionReason: input.reason,
        authorId: viewer.id,
        createdAt: now,
        savedAt: now,
        evidence: { create: evidence },
      },
      select: { id: true },
    })
    return id
  })
}

/** Withdraws a published update: a new record with its reason; the update itself stays as it was. */
export async function withdrawUpdate(
  viewer: Member,
  input: z.output<typeof WithdrawInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'update.withdraw', situationOf(viewer, await unscopedCurrentUpdate(input.id)))
  return db.$transaction(async (tx) => {
    const locked = await lockHead(tx, now)
    if ((await unscopedCurrentUpdate(input.id, tx)).isGone)
      throw new Conflict('This was corrected or withdrawn meanwhile.')
    const withdrawal = { reason: input.reason, withdrawnById: viewer.id }
    await tx.withdrawal.create({ data: { ...withdrawal, updateId: input.id, withdrawnAt: locked.at } })
    await append(tx, locked, 'UPDATE_WITHDRAWN', input.id, withdrawalBodyOf(input.id, withdrawal))
    return input.id
  })
}
