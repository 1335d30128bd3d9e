// Reads the activity list (the audit log): what people did, newest first.

import { authorize } from '#lib/access.ts'
import type { ActivityFilter } from '#lib/activity/input.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { addDays, dateOf } from '#lib/dates.ts'

const pageSize = 50
const batch = 1_000

const select = {
  id: true,
  at: true,
  kind: true,
  byId: true,
  by: true,
  aboutId: true,
  about: true,
  address: true,
  device: true,
} as const

const order = [{ at: 'desc' as const }, { id: 'desc' as const }]

/** One page of the list, with how many notes the filter lets through. Days are whole days in UTC, both included. */
export async function listActivity(viewer: Viewer, filter: ActivityFilter, page: number) {
  authorize(viewer, 'activity.read', 'any')
  const where = matching(filter)
  const [rows, count] = await Promise.all([
    db.activity.findMany({ where, select, orderBy: order, skip: (page - 1) * pageSize, take: pageSize }),
    db.activity.count({ where }),
  ])
  return { rows, count, pages: Math.max(1, Math.ceil(count / pageSize)) }
}

export type Noted = Awaited<ReturnType<typeof listActivity>>['rows'][number]

/** Everything the filter lets through, a batch at a time, so that a long list is never held whole. */
export async function* walkActivity(viewer: Viewer, filter: ActivityFilter): AsyncGenerator<Noted> {
  authorize(viewer, 'activity.read', 'any')
  const where = matching(filter)
  for (let after: string | undefined; ; ) {
    const rows: Noted[] = await db.activity.findMany({
      where,
      select,
      orderBy: order,
      take: batch,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    })
    yield* rows
    after = rows.at(-1)?.id
    if (rows.length < batch) return
  }
}

function matching({ person, kind, from, to }: ActivityFilter) {
  return {
    ...(person ? { OR: [{ byId: person }, { aboutId: person }] } : {}),
    ...(kind ? { kind } : {}),
    at: {
      ...(from ? { gte: dateOf(from) } : {}),
      ...(to ? { lt: dateOf(addDays(to, 1)) } : {}),
    },
  }
}
