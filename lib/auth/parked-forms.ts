// Forms that were sent after their session had ended: kept for a day, for whoever wrote them to come back to.

import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { dayMs } from '#lib/dates.ts'
import type { Fields } from '#lib/forms/state.ts'
import { storableFields } from '#lib/forms/storable.ts'

const most = 200_000

/** Whose session a token stands for, also when it has ended; null once its row is gone. */
export async function unscopedSessionOwner(token: string): Promise<string | null> {
  const session = await db.session.findUnique({ where: { token }, select: { userId: true } })
  return session?.userId ?? null
}

/** Whether the session that a token stands for goes on. */
export async function unscopedIsSessionOpen(token: string, now = new Date()): Promise<boolean> {
  return (await db.session.count({ where: { token, expiresAt: { gt: now } } })) > 0
}

/**
 * Keeps a form's fields and returns the secret that brings them back; null when they are too large to keep. Where it is
 * not known who wrote it, the secret alone decides.
 */
export async function unscopedParkForm(
  ownerId: string | null,
  path: string,
  typed: Fields,
  now = new Date(),
): Promise<string | null> {
  const fields = storableFields(typed)
  if (JSON.stringify(fields).length > most) return null
  await db.parkedForm.deleteMany({ where: { parkedAt: { lt: new Date(now.getTime() - dayMs) } } })
  const data = { ownerId, path, fields, parkedAt: now }
  const { id } = await db.parkedForm.create({ data, select: { id: true } })
  return id
}

/** The fields of a parked form, for the signed-in person who wrote it, has its secret and stands on the same page. */
export async function findParkedForm(
  viewer: Viewer,
  id: string | undefined,
  path: string,
): Promise<Fields | null> {
  if (viewer.kind !== 'member' || !id || !/^[\w-]{32}$/.test(id)) return null
  const mine = { OR: [{ ownerId: null }, { ownerId: viewer.id }] }
  const held = await db.parkedForm.findFirst({ where: { id, path, ...mine }, select: { fields: true } })
  return held ? (held.fields as Fields) : null
}
