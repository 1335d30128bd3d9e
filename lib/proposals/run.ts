// The ranking job: the worker ranks the passages of a snapshot against the commitments.

import { askModel } from '#engines/fetching/fetch.ts'
import { trainModel } from '#engines/proposing/feedback-model.ts'
import { propose } from '#engines/proposing/rank.ts'
import { rerank } from '#engines/proposing/rerank.ts'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { outsideEnv } from '#lib/env.ts'
import type { Bearing } from '#lib/generated/prisma/enums.ts'
import { unscopedCommitmentsToMatch, unscopedExamples } from '#lib/proposals/load.ts'

// Raised when the same text would be ranked otherwise.
const rankVersion = 'lexical-2'
const bearings = { supports: 'SUPPORTS', contradicts: 'CONTRADICTS', context: 'CONTEXT' } as const

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
  const commitments = await unscopedCommitmentsToMatch()
  const document = { text, ...article }
  const found = propose(document, [...commitments.values()], trainModel(await unscopedExamples()))
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
