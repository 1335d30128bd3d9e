// Readers' reports as the reviewers' desk shows them.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { localised } from '#lib/languages.ts'

const pageSize = 20

/** One page of the reports that are open, the longest waiting first, or of those decided, the newest first. */
export async function listReports(viewer: Viewer, asked: { isOpen: boolean; page: number }) {
  authorize(viewer, 'report.read', 'any')
  const where = { decidedAt: asked.isOpen ? null : { not: null } }
  const [rows, count] = await Promise.all([
    db.report.findMany({
      where,
      orderBy: asked.isOpen ? [{ reportedAt: 'asc' }, { id: 'asc' }] : [{ decidedAt: 'desc' }, { id: 'asc' }],
      skip: (asked.page - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        address: true,
        text: true,
        contact: true,
        reportedAt: true,
        outcome: true,
        note: true,
        decidedAt: true,
        decidedBy: { select: { name: true } },
        commitment: { select: { ref: true, title: true } },
      },
    }),
    db.report.count({ where }),
  ])
  return {
    rows: rows.map(({ commitment, ...row }) => ({
      ...row,
      ref: commitment.ref,
      title: localised(commitment.title),
    })),
    count,
    pages: Math.max(1, Math.ceil(count / pageSize)),
  }
}

/** How many wait to be decided. */
export async function countOpenReports(viewer: Viewer): Promise<number> {
  authorize(viewer, 'report.read', 'any')
  return db.report.count({ where: { decidedAt: null } })
}
