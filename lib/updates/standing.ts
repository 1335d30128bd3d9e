// Where an update stands: what access asks of it, and what is said to whoever was overtaken.

import { dayOf, edtf } from '#lib/dates.ts'
import { db, type Tx } from '#lib/db.ts'
import { Conflict, NotFound } from '#lib/errors.ts'

/** Where an update stands, for the question whether somebody may act on it. */
export async function standing(id: string, reader: Pick<Tx, 'statusUpdate'> = db) {
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

/** The refusal for a form that was overtaken, saying how the update stands now. */
export async function moved(tx: Tx, id: string): Promise<Conflict> {
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
  if (!now)
    return new Conflict(
      'This draft was thrown away meanwhile. What you typed is still here: save it as a new one.',
    )
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
