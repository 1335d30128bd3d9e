// Drafts: made, saved, submitted, taken back, thrown away.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, once, type Tx } from '#lib/database/client.ts'
import { dateInWords, dateOf, dayOf, edtf } from '#lib/dates.ts'
import { Invalid } from '#lib/errors.ts'
import type { ActInput, DraftInput, KeptInput, SavedInput } from '#lib/updates/input.ts'
import { situationOf } from '#lib/updates/rules.ts'
import {
  type Claim,
  refuseOvertaken,
  type Standing,
  standingAt,
  thrownAway,
  unscopedCurrentUpdate,
  unscopedUpdateConflict,
  versionSaying,
} from '#lib/updates/standing.ts'

/** Makes a draft and returns its id. The same form sent twice is one draft. */
export async function draftUpdate(
  viewer: Member,
  input: z.output<typeof DraftInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'update.draft', 'any')
  const { requestKey, ...claim } = input
  const find = async () =>
    requestKey
      ? db.statusUpdate.findFirst({ where: { requestKey, authorId: viewer.id }, select: { id: true } })
      : null
  const make = () =>
    db.$transaction(async (tx) => {
      const columns = await columnsOf(tx, claim, now)
      const evidence = { create: await evidenceOf(tx, claim) }
      const data = { ...columns, requestKey, authorId: viewer.id, createdAt: now, savedAt: now, evidence }
      return tx.statusUpdate.create({ data, select: { id: true } })
    })
  return (await once(find, make)).id
}

/** Saves an own draft (or returned update) and returns its new version. Conflict, with how it stands, when it moved. */
export async function saveUpdate(
  viewer: Member,
  input: z.output<typeof SavedInput>,
  now = new Date(),
): Promise<number> {
  const { id, version, ...claim } = input
  const found = await standingAt(viewer, id, version)
  authorize(viewer, 'update.edit', situationOf(viewer, found))
  return db.$transaction(async (tx) => {
    const columns = await columnsOf(tx, claim, now, found.supersedes)
    const unmoved = { id, version, state: { in: ['DRAFT' as const, 'RETURNED' as const] } }
    const { count } = await tx.statusUpdate.updateMany({
      where: unmoved,
      data: { ...columns, savedAt: now, version: version + 1 },
    })
    if (count === 0) throw await unscopedUpdateConflict(tx, id)
    await tx.evidence.deleteMany({ where: { updateId: id } })
    const rows = await evidenceOf(tx, claim)
    await tx.evidence.createMany({ data: rows.map((row) => ({ ...row, updateId: id })) })
    return version + 1
  })
}

/**
 * Hands an own draft to the reviewers. Without evidence it stays a draft: no status without proof.
 * The same version handed in twice is one act.
 */
export async function submitUpdate(
  viewer: Member,
  { id, version }: z.output<typeof ActInput>,
  now = new Date(),
): Promise<string> {
  const found = await unscopedCurrentUpdate(id)
  if (isSubmitted(viewer, found, version)) return id
  await refuseOvertaken(viewer, id, version, found)
  authorize(viewer, 'update.submit', situationOf(viewer, found))
  return db.$transaction(async (tx) => {
    const unmoved = { id, version, state: { in: ['DRAFT' as const, 'RETURNED' as const] } }
    const data = { state: 'SUBMITTED' as const, submittedAt: now, version: version + 1 }
    const { count } = await tx.statusUpdate.updateMany({ where: unmoved, data })
    if (count === 0) {
      if (isSubmitted(viewer, await unscopedCurrentUpdate(id), version)) return id
      throw await unscopedUpdateConflict(tx, id)
    }
    if ((await tx.evidence.count({ where: { updateId: id } })) === 0) throw noProof()
    return id
  })
}

// Only handing in leads from one version to a submitted one: what was submitted is what this version said.
function isSubmitted(viewer: Member, found: Standing, version: number): boolean {
  return found.state === 'SUBMITTED' && found.authorId === viewer.id && found.version === version + 1
}

const noProof = () =>
  fault('evidence.0.source', 'No status without proof: add at least one piece of evidence.')

/** Saves what the form holds, as a new draft or over the one it names, and submits it when that was asked. */
export async function keepUpdate(
  viewer: Member,
  input: z.output<typeof KeptInput>,
  now = new Date(),
): Promise<{ id: string; version: number }> {
  const { act, id, version, requestKey, ...claim } = input
  // Before saving: a refusal after it would leave the form with a version that has passed.
  if (act === 'submit' && claim.evidence.length === 0) throw noProof()
  if (id && !(await db.statusUpdate.count({ where: { id } }))) throw thrownAway()
  const keptId = id ?? (await draftUpdate(viewer, { ...claim, requestKey }, now))
  // A form sent twice finds its words saved. One sent again with other words saves them over the draft it had made.
  const saying = await versionSaying(viewer, keptId, claim)
  const over = { ...claim, id: keptId, version: version || 1 }
  const kept = { id: keptId, version: saying ?? (await saveUpdate(viewer, over, now)) }
  if (act === 'submit') await submitUpdate(viewer, kept, now)
  return kept
}

/** Takes an own submitted update back to the drafts. */
export async function recallUpdate(
  viewer: Member,
  { id, version }: z.output<typeof ActInput>,
): Promise<string> {
  authorize(viewer, 'update.recall', situationOf(viewer, await standingAt(viewer, id, version)))
  const data = { state: 'DRAFT' as const, version: version + 1 }
  const { count } = await db.statusUpdate.updateMany({ where: { id, version, state: 'SUBMITTED' }, data })
  if (count === 0) throw await unscopedUpdateConflict(db, id)
  return id
}

/** Throws an own draft away. */
export async function discardUpdate(
  viewer: Member,
  { id, version }: z.output<typeof ActInput>,
): Promise<void> {
  authorize(viewer, 'update.discard', situationOf(viewer, await standingAt(viewer, id, version)))
  const { count } = await db.statusUpdate.deleteMany({
    where: { id, version, state: { in: ['DRAFT', 'RETURNED'] } },
  })
  if (count === 0) throw await unscopedUpdateConflict(db, id)
}

async function columnsOf(
  tx: Tx,
  claim: Claim,
  now: Date,
  corrected: { commitmentId: string; partyId: string | null } | null = null,
) {
  const { commitmentId, partyId, status, occurred, headline, note } = claim
  const commitment = await tx.commitment.findUnique({
    where: { id: commitmentId },
    select: {
      madeOn: true,
      parties: { select: { partyId: true } },
      merge: { select: { into: { select: { ref: true } } } },
    },
  })
  if (!commitment) throw fault('commitmentId', 'Choose a commitment from the list.')
  if (commitment.merge)
    throw fault('commitmentId', `It was merged into ${commitment.merge.into.ref}: choose that one.`)
  if (partyId && !commitment.parties.some((each) => each.partyId === partyId))
    throw fault('partyId', 'This party is not bound by the commitment.')
  if (corrected && (corrected.commitmentId !== commitmentId || corrected.partyId !== partyId))
    throw fault('commitmentId', 'A correction speaks of the same commitment and party as what it corrects.')
  if (occurred.day > dayOf(now))
    throw fault('occurred', 'This has not happened yet: choose a date up to today.')
  const made = dayOf(commitment.madeOn)
  if (edtf(occurred.day, occurred.precision) < edtf(made, occurred.precision))
    throw fault(
      'occurred',
      `The commitment was made on ${dateInWords(made)}: nothing was done about it before.`,
    )
  return {
    commitmentId,
    partyId,
    status,
    headline,
    note,
    occurredOn: dateOf(occurred.day),
    occurredPrecision: occurred.precision,
  }
}

async function evidenceOf(tx: Tx, claim: Claim) {
  const rows = []
  for (const [position, { source, bearing, locator }] of claim.evidence.entries()) {
    const articleId = source.kind === 'article' ? source.id : await articleOfExcerpt(tx, source.id)
    if (!articleId || !(await tx.article.count({ where: { id: articleId } })))
      throw fault(`evidence.${position}.source`, 'This source is not there any more: choose another.')
    rows.push({
      position,
      bearing,
      locator,
      articleId,
      excerptId: source.kind === 'excerpt' ? source.id : null,
    })
  }
  return rows
}

async function articleOfExcerpt(tx: Tx, id: string): Promise<string | undefined> {
  const found = await tx.excerpt.findUnique({
    where: { id },
    select: { snapshot: { select: { articleId: true } } },
  })
  return found?.snapshot.articleId
}

function fault(field: string, message: string): Invalid {
  return new Invalid([{ field, message }])
}
