// Inserts commitments together with their ledger entries: one, or many of an import at once (bulk insert).

import type { z } from 'zod'
import type { CommitmentAmendment } from '#lib/commitments/input.ts'
import { type Commitment, columnsOf, toEntry } from '#lib/commitments/record.ts'
import type { Tx } from '#lib/database/client.ts'
import { Conflict, invalid, NotFound } from '#lib/errors.ts'
import { append, appendAll, instantOf, type Locked } from '#lib/ledger/write.ts'

export type Amendment = z.output<typeof CommitmentAmendment>
type Reader = Pick<Tx, 'summit' | 'area' | 'commitment' | 'excerpt'>

/** What commitments name, looked up once for all of them. All of it is in public. */
export async function unscopedLookUpNames(
  reader: Reader,
  inputs: Pick<Commitment, 'ref' | 'summitSlug' | 'areaSlug' | 'promisedInId'>[],
) {
  const all = <K extends 'ref' | 'summitSlug' | 'areaSlug'>(key: K) => [
    ...new Set(inputs.map((each) => each[key])),
  ]
  // One after the other: a transaction has one connection.
  const summits = await reader.summit.findMany({
    where: { slug: { in: all('summitSlug') } },
    select: { id: true, slug: true, parties: { select: { party: { select: { id: true, code: true } } } } },
  })
  const areas = await reader.area.findMany({
    where: { slug: { in: all('areaSlug') } },
    select: { id: true, slug: true },
  })
  const taken = await reader.commitment.findMany({
    where: { ref: { in: all('ref') } },
    select: { ref: true },
  })
  const promisedIn = await reader.excerpt.findMany({
    where: { id: { in: inputs.flatMap(({ promisedInId }) => promisedInId ?? []) } },
    select: { id: true },
  })
  return {
    summits: new Map(
      summits.map(({ id, slug, parties }) => [
        slug,
        { id, parties: new Map(parties.map(({ party }) => [party.code, party.id])) },
      ]),
    ),
    areas: new Map(areas.map(({ id, slug }) => [slug, id])),
    taken: new Set(taken.map(({ ref }) => ref)),
    excerpts: new Set(promisedIn.map(({ id }) => id)),
  }
}

export type LookedUpNames = Awaited<ReturnType<typeof unscopedLookUpNames>>

type Names = Pick<Commitment, 'summitSlug' | 'areaSlug' | 'partyCodes' | 'promisedInId'>

/** The ids of what a commitment names; Invalid where it names what is not there. */
export function namedIds({ summitSlug, areaSlug, partyCodes, promisedInId }: Names, named: LookedUpNames) {
  const summit = named.summits.get(summitSlug)
  if (!summit) throw invalid('summitSlug', `There is no summit “${summitSlug}” yet.`)
  const areaId = named.areas.get(areaSlug)
  if (!areaId) throw invalid('areaSlug', `There is no area “${areaSlug}” yet.`)
  const partyIds = [...new Set(partyCodes)].map((code) => {
    const id = summit.parties.get(code)
    if (!id)
      throw invalid('partyCodes', `A commitment binds parties of its summit only, and ${code} is none.`)
    return id
  })
  if (promisedInId && !named.excerpts.has(promisedInId))
    throw invalid(
      'promisedInId',
      'There is no such excerpt: begin again from the passage in which it was promised.',
    )
  return { summitId: summit.id, areaId, partyIds }
}

/** The rows of a commitment; Invalid where it names what is not there. */
export function commitmentRows(input: Commitment, named: LookedUpNames) {
  const { summitId, areaId, partyIds } = namedIds(input, named)
  return {
    columns: { ...columnsOf(input), summitId, areaId },
    partyIds,
    criteria: input.criteria.map((text, position) => ({ position, text })),
  }
}

/**
 * Records new commitments in this order and returns their ids. What they name was looked up under the locked head, by a
 * verb that has asked who may.
 */
export async function unscopedInsertCommitments(
  tx: Tx,
  locked: Locked,
  inputs: Commitment[],
  named: LookedUpNames,
  by: Record<string, string>,
): Promise<string[]> {
  const all = inputs.map((input) => ({ input, ...commitmentRows(input, named) }))
  const made = await tx.commitment.createManyAndReturn({
    data: all.map(({ columns }, n) => ({ ...columns, recordedAt: instantOf(locked, n) })),
    select: { id: true, ref: true },
  })
  const ids = new Map(made.map(({ id, ref }) => [ref, id]))
  const idOf = (input: Commitment) => ids.get(input.ref) ?? ''
  await tx.commitmentParty.createMany({
    data: all.flatMap(({ input, partyIds }) =>
      partyIds.map((partyId) => ({ partyId, commitmentId: idOf(input) })),
    ),
  })
  await tx.criterion.createMany({
    data: all.flatMap(({ input, criteria }) =>
      criteria.map((each) => ({ ...each, commitmentId: idOf(input) })),
    ),
  })
  await appendAll(
    tx,
    locked,
    inputs.map((input) => ({
      kind: 'COMMITMENT_RECORDED',
      subjectId: idOf(input),
      subject: { ...toEntry(input), ...by },
    })),
  )
  return inputs.map(idOf)
}

/** Replaces the facts of one commitment, for a verb that has asked. Conflict when it changed since `version`, or was merged. */
export async function unscopedUpdateCommitment(
  tx: Tx,
  locked: Locked,
  { id, version, ...input }: Amendment,
  by: Record<string, string>,
): Promise<string> {
  const found = await tx.commitment.findUnique({
    where: { id },
    select: { ref: true, version: true, merge: { select: { into: { select: { ref: true } } } } },
  })
  if (!found) throw new NotFound('commitment')
  if (found.merge) throw new Conflict(`It was merged into ${found.merge.into.ref}: amend that one.`)
  if (found.version !== version)
    throw new Conflict('Somebody amended this commitment while you were writing.')
  if (found.ref !== input.ref) throw invalid('ref', 'A reference stays as it was first recorded.')
  const { columns, partyIds, criteria } = commitmentRows(input, await unscopedLookUpNames(tx, [input]))
  await tx.commitmentParty.deleteMany({ where: { commitmentId: id } })
  await tx.criterion.deleteMany({ where: { commitmentId: id } })
  await tx.commitment.update({
    where: { id },
    data: {
      ...columns,
      version: version + 1,
      parties: { create: partyIds.map((partyId) => ({ partyId })) },
      criteria: { create: criteria },
    },
  })
  await append(tx, locked, 'COMMITMENT_AMENDED', id, { ...toEntry(input), version: version + 1, ...by })
  return id
}
