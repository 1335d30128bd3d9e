// Forms that were sent after their session had ended: kept for a day, for whoever holds the address to come back to.

import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import type { Fields } from '#lib/forms-state.ts'

const dayMs = 86_400_000
const most = 200_000

/** Keeps a form's fields and returns the secret that brings them back; null when they are too large to keep. */
export async function unscopedHoldForm(
  path: string,
  fields: Fields,
  now = new Date(),
): Promise<string | null> {
  if (JSON.stringify(fields).length > most) return null
  await db.heldForm.deleteMany({ where: { heldAt: { lt: new Date(now.getTime() - dayMs) } } })
  const { id } = await db.heldForm.create({ data: { path, fields, heldAt: now }, select: { id: true } })
  return id
}

/** The fields of a held form, for a signed-in person who has its secret and stands on the same page. */
export async function heldForm(viewer: Viewer, id: string | undefined, path: string): Promise<Fields | null> {
  if (viewer.kind !== 'member' || !id || !/^[\w-]{32}$/.test(id)) return null
  const held = await db.heldForm.findFirst({ where: { id, path }, select: { fields: true } })
  return held ? (held.fields as Fields) : null
}
