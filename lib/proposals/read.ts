// The proposals of a snapshot, by commitment, best first.

import { contextOf } from '#engines/anchoring/anchor.ts'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { localised } from '#lib/languages.ts'
import { isQueued } from '#lib/queue.ts'

/** What a snapshot's passages speak to. `ranking` is null until the worker has been over it, which `isRunning` says it will. Members only. */
export async function listProposals(viewer: Viewer, snapshotId: string) {
  authorize(viewer, 'proposal.decide', 'any')
  // Asked first: of a ranking that ends in between, the page must show the result or ask again.
  const isRunning = await isQueued(`rank:${snapshotId}`)
  const snapshot = await db.snapshot.findUnique({
    where: { id: snapshotId },
    select: {
      text: true,
      article: { select: { id: true, title: true, language: true } },
      ranking: { select: { at: true, model: true, fault: true } },
      proposals: {
        orderBy: [{ score: 'desc' }, { start: 'asc' }],
        select: {
          id: true,
          exact: true,
          start: true,
          end: true,
          score: true,
          bearing: true,
          because: true,
          decision: true,
          excerptId: true,
          decidedBy: { select: { name: true } },
          commitment: { select: { ref: true, title: true } },
        },
      },
    },
  })
  if (!snapshot) return null
  const { text, proposals, ...rest } = snapshot
  const rows = proposals.map(({ because, commitment, ...proposal }) => ({
    ...proposal,
    ...contextOf(text, proposal.start, proposal.end),
    ref: commitment.ref,
    title: localised(commitment.title),
    because: Array.isArray(because) ? because.map(String) : [],
  }))
  return { snapshotId, isRunning, ...rest, proposals: rows }
}

export type ProposalView = NonNullable<Awaited<ReturnType<typeof listProposals>>>['proposals'][number]
