// Where an update stands: what access asks of it, and what is said to whoever was overtaken.

import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { dayOf, edtf } from '#lib/dates.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { localised } from '#lib/languages.ts'
import type { KeptInput } from '#lib/updates/input.ts'
import { situationOf } from '#lib/updates/rules.ts'

/** Where an update stands, for the question whether somebody may act on it: it comes before the asking. */
export async function unscopedCurrentUpdate(id: string, reader: Pick<Tx, 'statusUpdate'> = db) {
  const found = await reader.statusUpdate.findUnique({
    where: { id },
    select: {
      state: true,
      authorId: true,
      version: true,
      withdrawal: { select: { updateId: true } },
      supersededBy: { where: { state: 'PUBLISHED' }, select: { id: true } },
      supersedes: { select: { commitmentId: true, partyId: true } },
    },
  })
  if (!found) throw new NotFound('update')
  return { ...found, isGone: found.withdrawal !== null || found.supersededBy.length > 0 }
}

export type Standing = Awaited<ReturnType<typeof unscopedCurrentUpdate>>

/** Where an update stands, for a form that was drawn from `version`. */
export async function standingAt(viewer: Member, id: string, version: number) {
  const found = await unscopedCurrentUpdate(id)
  await refuseOvertaken(viewer, id, version, found)
  return found
}

/**
 * Whoever was overtaken hears that, and how the update stands now, before being told that it is too late: only not what
 * they may not read.
 */
export async function refuseOvertaken(viewer: Member, id: string, version: number, found: Standing) {
  if (found.version !== version && may(viewer, 'update.read', situationOf(viewer, found)))
    throw await unscopedUpdateConflict(db, id)
}

export type Claim = Omit<z.output<typeof KeptInput>, 'id' | 'version' | 'requestKey' | 'act'>

/** The version at which an own update that is not published said exactly this, or null when it says something else. */
export async function versionSaying(viewer: Member, id: string, claim: Claim): Promise<number | null> {
  const found = await db.statusUpdate.findFirst({
    where: { id, authorId: viewer.id, state: { not: 'PUBLISHED' } },
    select: {
      state: true,
      version: true,
      commitmentId: true,
      partyId: true,
      status: true,
      occurredOn: true,
      occurredPrecision: true,
      headline: true,
      note: true,
      evidence: {
        orderBy: { position: 'asc' },
        select: { articleId: true, excerptId: true, bearing: true, locator: true },
      },
    },
  })
  if (!found) return null
  const { state, version, occurredOn, occurredPrecision, headline, note, evidence, ...same } = found
  const kept: Claim = {
    ...same,
    occurred: { day: dayOf(occurredOn), precision: occurredPrecision },
    headline: localised(headline),
    note: localised(note),
    evidence: evidence.map(({ articleId, excerptId, ...row }) => ({
      ...row,
      source: excerptId ? { kind: 'excerpt', id: excerptId } : { kind: 'article', id: articleId },
    })),
  }
  if (!isDeepStrictEqual({ ...kept }, { ...claim })) return null
  return state === 'SUBMITTED' ? version - 1 : version
}

export const thrownAway = () =>
  new Conflict('This draft was thrown away meanwhile. What you typed is still here: save it as a new one.')

/** The refusal for a form that was overtaken, saying how the update stands now, to who may read it. */
export async function unscopedUpdateConflict(tx: Pick<Tx, 'statusUpdate'>, id: string): Promise<Conflict> {
  const now = await tx.statusUpdate.findUnique({
    where: { id },
    select: {
      state: true,
      version: true,
      status: true,
      occurredOn: true,
      occurredPrecision: true,
      headline: true,
      note: true,
    },
  })
  if (!now) return thrownAway()
  return new Conflict(
    'This changed while you were writing. What you typed is still here; below is how it stands now.',
    {
      state: now.state.toLowerCase(),
      status: now.status.toLowerCase().replaceAll('_', ' '),
      'occurred on': edtf(dayOf(now.occurredOn), now.occurredPrecision),
      headline: Object.values(now.headline ?? {}).join(' / '),
      note: Object.values(now.note ?? {}).join(' / '),
      version: String(now.version),
    },
  )
}
