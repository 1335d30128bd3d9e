// Adding and renaming parties.

import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Within, within } from '#lib/database/client.ts'
import { changedMeanwhile, invalid, NotFound } from '#lib/errors.ts'
import { append, lockHead } from '#lib/ledger/write.ts'
import type { PartyAmendment, PartyInput } from '#lib/parties/input.ts'

/** Adds a party, or returns the one that already has this code. */
export async function recordParty(
  viewer: Member,
  input: z.output<typeof PartyInput>,
  { tx: given, now = new Date() }: Within = {},
): Promise<string> {
  authorize(viewer, 'party.manage', 'any')
  return within(given, async (tx) => {
    const locked = await lockHead(tx, now)
    const known = await tx.party.findUnique({ where: { code: input.code }, select: { id: true } })
    if (known) return known.id
    const { id } = await tx.party.create({ data: input, select: { id: true } })
    await append(tx, locked, 'PARTY_RECORDED', id, { ...input, recordedBy: viewer.id })
    return id
  })
}

/** Adds a party that is new, or added before in the same words. Invalid where its code means another. */
export async function addParty(
  viewer: Member,
  input: z.output<typeof PartyInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'party.manage', 'any')
  return db.$transaction(async (tx) => {
    await lockHead(tx, now)
    const known = await tx.party.findUnique({ where: { code: input.code }, select: { name: true } })
    if (known && !isDeepStrictEqual(known.name, { ...input.name }))
      throw invalid('code', `${input.code} is a party already: rename that one.`)
    return recordParty(viewer, input, { tx, now })
  })
}

/** Calls a party something else: readers see the new name at once, and the ledger keeps the old one. */
export async function renameParty(
  viewer: Member,
  { id, version, name }: z.output<typeof PartyAmendment>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'party.manage', 'any')
  return db.$transaction(async (tx) => {
    const locked = await lockHead(tx, now)
    const found = await tx.party.findUnique({
      where: { id },
      select: { code: true, name: true, version: true },
    })
    if (!found) throw new NotFound('party')
    if (found.version !== version) throw changedMeanwhile('party', found)
    await tx.party.update({ where: { id }, data: { name, version: version + 1 } })
    const said = { code: found.code, name, version: version + 1, amendedBy: viewer.id }
    await append(tx, locked, 'PARTY_AMENDED', id, said)
    return id
  })
}
