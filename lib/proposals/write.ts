// Ranks the passages of a snapshot, and records what people decide about each.

import type { z } from 'zod'
import { locate } from '#engines/anchoring/anchor.ts'
import { authorize } from '#lib/access.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import type { Bearing } from '#lib/generated/prisma/enums.ts'
import type { DecideInput } from '#lib/proposals/input.ts'
import { enqueue } from '#lib/queue.ts'

/** Queues the ranking of a snapshot's passages: again, when commitments or decisions have changed since. */
export async function askRanking(viewer: Viewer, { id }: { id: string }): Promise<void> {
  authorize(viewer, 'proposal.rank', 'any')
  if (!(await db.snapshot.count({ where: { id } }))) throw new NotFound('snapshot')
  await db.$transaction(async (tx) => {
    await tx.ranking.deleteMany({ where: { snapshotId: id } })
    await enqueue(tx, 'rank', { id })
  })
}

type Decided = { articleId: string; excerptId: string | null; ref: string; bearing: Bearing }

/**
 * Accepts a proposal, whose words (or the words put in their place) become an excerpt; dismisses it; or takes a
 * dismissal back. Each is remembered and weighs in later rankings. Pressed twice, it answers the same.
 */
export async function decideProposal(
  viewer: Member,
  { id, act, exact }: z.output<typeof DecideInput>,
  now = new Date(),
): Promise<Decided> {
  authorize(viewer, 'proposal.decide', 'any')
  const proposal = await db.proposal.findUnique({
    where: { id },
    select: {
      exact: true,
      start: true,
      bearing: true,
      decision: true,
      excerptId: true,
      snapshotId: true,
      snapshot: { select: { articleId: true, text: true } },
      commitment: { select: { ref: true } },
    },
  })
  if (!proposal) throw new NotFound('proposal')
  const { snapshot, commitment, bearing, decision } = proposal
  const decided = { articleId: snapshot.articleId, ref: commitment.ref, bearing }
  const by = { decidedById: viewer.id, decidedAt: now }
  if (act === 'restore' || act === 'dismiss') {
    if (decision === 'ACCEPTED')
      throw new Conflict(
        'This passage was quoted meanwhile: what is quoted is not taken back by a dismissal.',
      )
    const dismissed = { decision: 'DISMISSED' as const, ...by }
    const open = { decision: null, decidedById: null, decidedAt: null }
    await db.proposal.updateMany({
      where: { id, excerptId: null },
      data: act === 'dismiss' ? dismissed : open,
    })
    return { ...decided, excerptId: null }
  }
  if (proposal.excerptId) return { ...decided, excerptId: proposal.excerptId }
  const words = exact ?? proposal.exact
  const excerpt = ExcerptInput.parse({
    snapshotId: proposal.snapshotId,
    exact: words,
    start: placeOf(snapshot.text, words, proposal.start),
    requestKey: `proposal-${id}`,
  })
  const { excerptId } = await quoteExcerpt(viewer, excerpt, now)
  // Of two who accept it at once the first has decided; the second has quoted it as well.
  const accepted = { decision: 'ACCEPTED' as const, excerptId, ...by }
  await db.proposal.updateMany({ where: { id, excerptId: null }, data: accepted })
  return { ...decided, excerptId }
}

/** Where the words stand nearest to the proposal, so that words standing often need no question; null for nowhere. */
function placeOf(text: string, exact: string, near: number): number | null {
  const places = locate(text, exact)
  return places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null
}
