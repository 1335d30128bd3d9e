// Approvals: where two reviewers are asked for, who has agreed to a draft that another of them then publishes.

import type { Tx } from '#lib/database/client.ts'
import type { Act } from '#lib/review/input.ts'

/** The approvals of a version that count, the first one first: of those who may review to this day. */
export function unscopedApprovals(reader: Pick<Tx, 'approval'>, { id, version }: Act) {
  return reader.approval.findMany({
    where: {
      draftId: id,
      version,
      reviewer: { deactivatedAt: null, role: { in: ['REVIEWER', 'ADMIN'] } },
    },
    orderBy: [{ at: 'asc' }, { reviewerId: 'asc' }],
    select: { at: true, reviewer: { select: { id: true, name: true } } },
  })
}
