// Recording and amending commitments, and the areas they belong to.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import type { AreaInput, CommitmentAmendment, CommitmentInput } from '#lib/commitments/input.ts'
import { dateOf, firstDay } from '#lib/dates.ts'
import { db, type Tx } from '#lib/db.ts'
import { Conflict, Invalid, NotFound } from '#lib/errors.ts'
import { append, lockHead } from '#lib/ledger/write.ts'

type Commitment = z.output<typeof CommitmentInput>

/** Adds an area, or returns the one that already has this slug. */
export async function recordArea(viewer: Member, input: z.output<typeof AreaInput>): Promise<string> {
  authorize(viewer, 'commitment.record', 'any')
  const area = await db.area.upsert({
    where: { slug: input.slug },
    create: input,
    update: {},
    select: { id: true },
  })
  return area.id
}

/** Records a commitment and enters it in the ledger; refuses a reference that is taken and names it does not know. */
export async function recordCommitment(viewer: Member, input: Commitment, now = new Date()): Promise<string> {
  authorize(viewer, 'commitment.record', 'any')
  return db.$transaction(async (tx) => {
    const locked = await lockHead(tx, now)
    if (await tx.commitment.count({ where: { ref: input.ref } })) throw fault('ref', `${input.ref} is taken.`)
    const { id } = await tx.commitment.create({
      data: { ...(await columns(tx, input)), ref: input.ref, recordedAt: locked.at },
      select: { id: true },
    })
    await append(tx, locked, 'COMMITMENT_RECORDED', id, { ...input, recordedBy: viewer.id })
    return id
  })
}

/** Replaces the facts of a commitment; the ledger keeps every earlier wording. Conflict when it changed meanwhile. */
export async function amendCommitment(
  viewer: Member,
  input: z.output<typeof CommitmentAmendment>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'commitment.amend', 'any')
  const { id, version, ...said } = input
  return db.$transaction(async (tx) => {
    const locked = await lockHead(tx, now)
    const found = await tx.commitment.findUnique({ where: { id }, select: { ref: true, version: true } })
    if (!found) throw new NotFound('commitment')
    if (found.version !== version)
      throw new Conflict('Somebody amended this commitment while you were writing.')
    if (found.ref !== input.ref) throw fault('ref', 'A reference stays as it was first recorded.')
    await tx.commitmentParty.deleteMany({ where: { commitmentId: id } })
    await tx.criterion.deleteMany({ where: { commitmentId: id } })
    await tx.commitment.update({
      where: { id },
      data: { ...(await columns(tx, input)), version: version + 1 },
    })
    await append(tx, locked, 'COMMITMENT_AMENDED', id, {
      ...said,
      version: version + 1,
      amendedBy: viewer.id,
    })
    return id
  })
}

function fault(field: string, message: string): Invalid {
  return new Invalid([{ field, message }])
}

async function columns(tx: Tx, input: Commitment) {
  const summit = await tx.summit.findUnique({ where: { slug: input.summitSlug }, select: { id: true } })
  if (!summit) throw fault('summitSlug', 'There is no such summit.')
  const area = await tx.area.findUnique({ where: { slug: input.areaSlug }, select: { id: true } })
  if (!area) throw fault('areaSlug', 'There is no such area.')
  const parties = await tx.party.findMany({
    where: { code: { in: input.partyCodes }, summits: { some: { summitId: summit.id } } },
    select: { id: true },
  })
  if (parties.length !== new Set(input.partyCodes).size)
    throw fault('partyCodes', 'A commitment binds parties of its summit only.')
  return {
    summitId: summit.id,
    areaId: area.id,
    title: input.title,
    text: input.text,
    madeOn: dateOf(input.madeOn),
    dueOn: input.due ? dateOf(firstDay(input.due.on, input.due.precision)) : null,
    duePrecision: input.due?.precision ?? 'DAY',
    reviewEveryDays: input.reviewEveryDays,
    promisedInId: input.promisedInId,
    parties: { create: parties.map((party) => ({ partyId: party.id })) },
    criteria: { create: input.criteria.map((text, position) => ({ position, text })) },
  }
}
