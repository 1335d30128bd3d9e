// Parties as members see them on the desk, and as forms choose among them.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { nameFields } from '#lib/forms/name-fields.ts'
import type { Fields } from '#lib/forms/state.ts'
import { localised } from '#lib/languages.ts'

/** Every party by its code, with at how many summits it was. */
export async function listParties(viewer: Viewer) {
  authorize(viewer, 'summit.read', 'any')
  const rows = await db.party.findMany({
    orderBy: { code: 'asc' },
    select: { id: true, code: true, name: true, version: true, _count: { select: { summits: true } } },
  })
  return rows.map(({ name, _count, ...row }) => ({ ...row, name: localised(name), summits: _count.summits }))
}

/** The fields of the form that renames a party; null when there is none. */
export async function partyFields(viewer: Viewer, id: string): Promise<Fields | null> {
  authorize(viewer, 'summit.read', 'any')
  return nameFields(
    await db.party.findUnique({ where: { id }, select: { id: true, name: true, version: true } }),
  )
}
