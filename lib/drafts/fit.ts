// Whether what a draft says could be recorded as things stand, so that its author hears of it and not its reviewer.

import { unscopedMergeable } from '#lib/commitments/merge.ts'
import type { Commitment } from '#lib/commitments/record.ts'
import { rowsOf, unscopedNamedBy } from '#lib/commitments/write-rows.ts'
import { db } from '#lib/database/client.ts'
import type { Bodies } from '#lib/drafts/input.ts'
import type { Said } from '#lib/drafts/standing.ts'
import { Invalid } from '#lib/errors.ts'
import { unscopedRefuseUnbinding } from '#lib/summits/bound.ts'

/**
 * Invalid, naming the field, where a draft names what is not there, or claims a name that is taken.
 * What it looks up is in public.
 */
export async function unscopedRefuseUnfit(said: Said, subjectId: string | null): Promise<void> {
  if (said.kind === 'MERGE') await unscopedMergeable(db, said.body)
  else if (said.kind === 'SUMMIT') await refuseSummit(said.body, subjectId)
  else await refuseCommitment(said.body.commitment, said.body.area?.slug, subjectId)
}

async function refuseCommitment(
  commitment: Commitment,
  newArea: string | undefined,
  subjectId: string | null,
): Promise<void> {
  const named = await unscopedNamedBy(db, [commitment])
  if (newArea) named.areas.set(newArea, 'to come')
  if (subjectId && (await db.merge.count({ where: { commitmentId: subjectId } })))
    throw fault('ref', `${commitment.ref} was merged into another: amend that one.`)
  if (!subjectId && named.taken.has(commitment.ref)) throw fault('ref', `${commitment.ref} is taken.`)
  rowsOf(commitment, named)
}

async function refuseSummit({ summit, named }: Bodies['SUMMIT'], subjectId: string | null): Promise<void> {
  if (!subjectId && (await db.summit.count({ where: { slug: summit.slug } })))
    throw fault('slug', `“${summit.slug}” is taken by another summit.`)
  if (subjectId) await unscopedRefuseUnbinding(db, subjectId, summit.parties)
  const known = await db.party.findMany({
    where: { code: { in: summit.parties.map(({ code }) => code) } },
    select: { code: true },
  })
  const at = summit.parties.findIndex(({ code }) => ![...known, ...named].some((each) => each.code === code))
  const missing = summit.parties[at]
  if (missing)
    throw fault(`parties.${at}.code`, `There is no party ${missing.code} yet: give it a name as well.`)
}

const fault = (field: string, message: string) => new Invalid([{ field, message }])
