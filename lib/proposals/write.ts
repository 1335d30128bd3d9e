// Ranks the passages of a snapshot, and records what people decide about each.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { askModel } from '#lib/articles/fetch.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import { outsideEnv } from '#lib/env.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { locate } from '#lib/excerpts/anchor.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import type { Bearing } from '#lib/generated/prisma/enums.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { examples, promised } from '#lib/proposals/asked.ts'
import type { DecideInput } from '#lib/proposals/input.ts'
import { learn } from '#lib/proposals/learn.ts'
import { propose } from '#lib/proposals/rank.ts'
import { rerank } from '#lib/proposals/rerank.ts'

// Raised when the same text would be ranked otherwise.
const rankVersion = 'lexical-1'
const bearings = { supports: 'SUPPORTS', contradicts: 'CONTRADICTS', context: 'CONTEXT' } as const

/** Queues the ranking of a snapshot's passages: again, when commitments or decisions have changed since. */
export async function askRanking(viewer: Viewer, { id }: { id: string }): Promise<void> {
  authorize(viewer, 'proposal.rank', 'any')
  if (!(await db.snapshot.count({ where: { id } }))) throw new NotFound('snapshot')
  await db.$transaction(async (tx) => {
    await tx.ranking.deleteMany({ where: { snapshotId: id } })
    await enqueue(tx, 'rank', { id })
  })
}

/**
 * Ranks the passages of a snapshot per commitment and keeps the best as proposals. What was decided stays; what was
 * not is replaced. Run twice, it ends the same.
 */
export async function rankSnapshot(viewer: Viewer, snapshotId: string, now = new Date()): Promise<void> {
  authorize(viewer, 'proposal.rank', 'any')
  const snapshot = await db.snapshot.findUnique({
    where: { id: snapshotId },
    select: { text: true, article: { select: { title: true, language: true } } },
  })
  if (!snapshot) return
  const { text, article } = snapshot
  const commitments = await promised()
  const document = { text, ...article }
  const found = propose(document, [...commitments.values()], learn(await examples()))
  const { LLM_URL: url, LLM_MODEL: model, LLM_KEY: key } = outsideEnv()
  const asked = url && model ? { url, model, ...(key ? { key } : {}) } : null
  let fault: string | null = null
  const ask: typeof askModel = (...question) =>
    askModel(...question).catch((error) => {
      fault = 'The model service did not answer, so the order is ours alone.'
      throw error
    })
  const proposed = asked ? await rerank(document, [...commitments.values()], found, asked, ask) : found
  const ids = new Map([...commitments].map(([id, { ref }]) => [ref, id]))
  const rows = proposed.flatMap(({ commitment, direction, text: exact, start, end, score, because }) => {
    const commitmentId = ids.get(commitment)
    const bearing: Bearing = bearings[direction]
    return commitmentId ? [{ snapshotId, commitmentId, exact, start, end, score, bearing, because }] : []
  })
  const ranking = { at: now, version: rankVersion, model: asked?.model ?? null, fault }
  await db.$transaction(async (tx) => {
    await tx.proposal.deleteMany({ where: { snapshotId, decision: null } })
    await tx.proposal.createMany({ data: rows, skipDuplicates: true })
    await tx.ranking.upsert({ where: { snapshotId }, create: { snapshotId, ...ranking }, update: ranking })
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
  await db.proposal.updateMany({ where: { id }, data: { decision: 'ACCEPTED', excerptId, ...by } })
  return { ...decided, excerptId }
}

/** Where the words stand nearest to the proposal, so that words standing often need no question; null for nowhere. */
function placeOf(text: string, exact: string, near: number): number | null {
  const places = locate(text, exact)
  return places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null
}
