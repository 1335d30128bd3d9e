// Recording and amending commitments, which publication calls.

import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import type { Commitment } from '#lib/commitments/record.ts'
import {
  type Amendment,
  unscopedInsertCommitments,
  unscopedLookUpNames,
  unscopedUpdateCommitment,
} from '#lib/commitments/write-rows.ts'
import { type Within, within } from '#lib/database/client.ts'
import { invalid } from '#lib/errors.ts'
import { lockHead } from '#lib/ledger/write.ts'

/** Records a commitment and enters it in the ledger; refuses a reference that is taken and names it does not know. */
export async function recordCommitment(
  viewer: Member,
  input: Commitment,
  { tx: given, now = new Date(), proposedBy }: Within = {},
): Promise<string> {
  authorize(viewer, 'commitment.record', 'any')
  return within(given, async (tx) => {
    const locked = await lockHead(tx, now)
    const named = await unscopedLookUpNames(tx, [input])
    if (named.taken.has(input.ref)) throw invalid('ref', `${input.ref} is taken.`)
    const by = { recordedBy: viewer.id, ...(proposedBy ? { proposedBy } : {}) }
    const [id = ''] = await unscopedInsertCommitments(tx, locked, [input], named, by)
    return id
  })
}

/** Replaces the facts of a commitment; the ledger keeps every earlier wording. Conflict when it changed meanwhile. */
export async function amendCommitment(
  viewer: Member,
  input: Amendment,
  { tx: given, now = new Date(), proposedBy }: Within = {},
): Promise<string> {
  authorize(viewer, 'commitment.amend', 'any')
  const by = { amendedBy: viewer.id, ...(proposedBy ? { proposedBy } : {}) }
  return within(given, async (tx) => unscopedUpdateCommitment(tx, await lockHead(tx, now), input, by))
}
