// Areas as members see them on the desk.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { nameFields } from '#lib/forms/name-fields.ts'
import type { Fields } from '#lib/forms/state.ts'
import { localised } from '#lib/languages.ts'

/** Every area in its order, with how many commitments it has. */
export async function listAreas(viewer: Viewer) {
  authorize(viewer, 'commitment.read', 'any')
  const rows = await db.area.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      version: true,
      _count: { select: { commitments: { where: { merge: null } } } },
    },
  })
  return rows.map(({ name, _count, ...row }) => ({
    ...row,
    name: localised(name),
    commitments: _count.commitments,
  }))
}

/** The fields of the form that renames an area; null when there is none. */
export async function areaFields(viewer: Viewer, id: string): Promise<Fields | null> {
  authorize(viewer, 'commitment.read', 'any')
  return nameFields(
    await db.area.findUnique({ where: { id }, select: { id: true, name: true, version: true } }),
  )
}
