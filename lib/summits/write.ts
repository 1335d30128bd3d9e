// Recording and amending summits, which publication calls.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { type Tx, type Within, within } from '#lib/database/client.ts'
import { dateOf } from '#lib/dates.ts'
import { Conflict, invalid, NotFound } from '#lib/errors.ts'
import { append, lockHead } from '#lib/ledger/write.ts'
import { unscopedRefuseUnbinding } from '#lib/summits/bound.ts'
import type { SummitAmendment, SummitInput } from '#lib/summits/input.ts'

type Summit = z.output<typeof SummitInput>

/** Records a summit and enters it in the ledger; refuses a slug that is taken and parties it does not know. */
export async function recordSummit(
  viewer: Member,
  input: Summit,
  { tx: given, now = new Date(), proposedBy, isDemo = false }: Within & { isDemo?: boolean } = {},
): Promise<string> {
  authorize(viewer, 'summit.record', 'any')
  const { parties, startsOn, endsOn, ...rest } = input
  return within(given, async (tx) => {
    const locked = await lockHead(tx, now)
    if (await tx.summit.count({ where: { slug: input.slug } }))
      throw invalid('slug', `“${input.slug}” is taken by another summit.`)
    const { id } = await tx.summit.create({
      data: {
        ...rest,
        startsOn: dateOf(startsOn),
        endsOn: dateOf(endsOn),
        isDemo,
        recordedAt: locked.at,
        parties: { create: await attending(tx, parties) },
      },
      select: { id: true },
    })
    const by = { recordedBy: viewer.id, ...(proposedBy ? { proposedBy } : {}) }
    await append(tx, locked, 'SUMMIT_RECORDED', id, { ...input, ...by })
    return id
  })
}

/** Replaces the facts of a summit; the ledger keeps every earlier wording. Conflict when it changed meanwhile. */
export async function amendSummit(
  viewer: Member,
  { id, version, ...input }: z.output<typeof SummitAmendment>,
  { tx: given, now = new Date(), proposedBy }: Within = {},
): Promise<string> {
  authorize(viewer, 'summit.amend', 'any')
  const { parties, startsOn, endsOn, ...rest } = input
  return within(given, async (tx) => {
    const locked = await lockHead(tx, now)
    const found = await tx.summit.findUnique({ where: { id }, select: { slug: true, version: true } })
    if (!found) throw new NotFound('summit')
    if (found.version !== version) throw new Conflict('Somebody amended this summit while you were writing.')
    if (found.slug !== input.slug)
      throw invalid('slug', 'The address of a summit stays as it was first recorded.')
    await unscopedRefuseUnbinding(tx, id, parties)
    await tx.summitParty.deleteMany({ where: { summitId: id } })
    await tx.summit.update({
      where: { id },
      data: {
        ...rest,
        startsOn: dateOf(startsOn),
        endsOn: dateOf(endsOn),
        version: version + 1,
        parties: { create: await attending(tx, parties) },
      },
    })
    const by = { amendedBy: viewer.id, ...(proposedBy ? { proposedBy } : {}) }
    await append(tx, locked, 'SUMMIT_AMENDED', id, { ...input, version: version + 1, ...by })
    return id
  })
}

async function attending(tx: Tx, parties: Summit['parties']) {
  const known = await tx.party.findMany({
    where: { code: { in: parties.map((each) => each.code) } },
    select: { id: true, code: true },
  })
  return parties.map(({ code, leader }, position) => {
    const partyId = known.find((each) => each.code === code)?.id
    if (!partyId) throw invalid(`parties.${position}.code`, `There is no party ${code} yet.`)
    return { partyId, ...(leader ? { leader } : {}) }
  })
}
