// Queues live checks of pages (change monitoring), and records what they found.

import { z } from 'zod'
import type { CaptureFailure } from '#engines/fetching/faults.ts'
import { authorize } from '#lib/access.ts'
import { unscopedStoreOriginal } from '#lib/articles/originals.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { readAgain } from '#lib/captures/write.ts'
import { db } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { NotFound } from '#lib/errors.ts'
import { LiveCheckOutcome } from '#lib/generated/prisma/enums.ts'
import { sha256 } from '#lib/hash.ts'
import type { LiveCheckInput } from '#lib/live-checks/input.ts'
import { failuresBeforeTold, nextCheckAt } from '#lib/live-checks/rules.ts'
import { enqueue } from '#lib/queue.ts'

type Act = z.output<typeof LiveCheckInput>
type Seen = {
  outcome: LiveCheckOutcome
  text?: string
  bytes?: Uint8Array
  contentType?: string | null
  finalAddress?: string | null
  failure?: CaptureFailure
}

/** Records what one live check found; the text and its bytes only where they say otherwise than what is archived. */
export async function recordLiveCheck(
  viewer: Viewer,
  articleId: string,
  seen: Seen,
  at = new Date(),
): Promise<string> {
  authorize(viewer, 'liveCheck.run', 'any')
  const { outcome, text, bytes, contentType = null, finalAddress = null, failure } = seen
  const wait = failure?.retryAfter
  const textSha256 = text === undefined ? null : sha256(text)
  const isKept = outcome !== 'SAME' && textSha256 !== null
  return db.$transaction(async (tx) => {
    // A page's bytes differ at every check, by a date or an advertisement: one copy for each text is enough.
    const where = { articleId, textSha256, originalSha256: { not: null } }
    const before = isKept ? await tx.liveCheck.findFirst({ where, select: { originalSha256: true } }) : null
    const originalSha256 =
      before?.originalSha256 ?? (isKept && bytes ? await unscopedStoreOriginal(tx, bytes) : null)
    const { id } = await tx.liveCheck.create({
      data: {
        articleId,
        at,
        outcome,
        fault: failure?.fault ?? null,
        detail: failure?.detail ?? null,
        retryAt: wait === null || wait === undefined ? null : new Date(at.getTime() + wait * 1000),
        finalAddress,
        contentType,
        text: isKept ? (text ?? null) : null,
        textSha256,
        originalSha256,
      },
      select: { id: true },
    })
    return id
  })
}

/** Queues a live check of an article now. */
export async function askLiveCheck(viewer: Member, { id }: Act): Promise<void> {
  authorize(viewer, 'liveCheck.ask', 'any')
  const article = await db.article.findUnique({ where: { id }, select: { address: true } })
  if (!article?.address) throw new NotFound('address to check at')
  await db.$transaction((tx) => enqueue(tx, 'live-check', { id }))
}

/**
 * Begins to archive what a live check saw: its bytes are read again as a capture, which a person checks and keeps. So
 * what a page said between two archivings is not lost when it changes again or goes.
 */
export async function archiveLiveCheck(viewer: Member, { id }: Act): Promise<string> {
  authorize(viewer, 'capture.start', 'any')
  const check = await db.liveCheck.findFirst({
    where: { id, outcome: 'CHANGED' },
    select: { articleId: true, at: true, originalSha256: true, contentType: true, finalAddress: true },
  })
  if (!check?.originalSha256) throw new NotFound('changed text to archive')
  const { articleId, contentType, finalAddress, at: lookedAt, originalSha256: bytesSha256 } = check
  return readAgain(viewer, { articleId, bytesSha256, contentType, answer: { finalAddress, lookedAt } })
}

const mostAtOnce = 20
const spreadMs = 600_000

const Cited = z.object({ id: z.string(), publishedAt: z.date() })
const Checked = z.object({
  articleId: z.string(),
  at: z.date(),
  outcome: z.enum(LiveCheckOutcome),
  retryAt: z.date().nullable(),
})

/**
 * Queues a live check of every page that published evidence or the words of a promise rest on and that is due, spread
 * over the next ten minutes.
 */
export async function queueDueLiveChecks(viewer: Viewer, now = new Date()): Promise<number> {
  authorize(viewer, 'liveCheck.run', 'any')
  const resting = await queryRows(Cited)`
    SELECT a.id, max(r.at) AS "publishedAt"
    FROM (
      SELECT e."articleId" AS id, u."publishedAt" AS at
      FROM "Evidence" e JOIN live_updates(${now}::timestamptz) u ON u.id = e."updateId"
      UNION ALL
      SELECT s."articleId", c."recordedAt"
      FROM "Commitment" c JOIN "Excerpt" x ON x.id = c."promisedInId" JOIN "Snapshot" s ON s.id = x."snapshotId"
    ) r JOIN "Article" a ON a.id = r.id
    WHERE a.address IS NOT NULL AND EXISTS (SELECT 1 FROM "Snapshot" s WHERE s."articleId" = a.id)
      -- One that waits already keeps its place: a person may have asked for it.
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j
        WHERE j.key = 'live-check:' || a.id AND j.attempts < j.max_attempts)
    GROUP BY a.id`
  const ids = resting.map(({ id }) => id)
  const checks = await queryRows(Checked)`
    SELECT l.* FROM unnest(${ids}::text[]) a(id) CROSS JOIN LATERAL (
      SELECT "articleId", at, outcome::text AS outcome, "retryAt" FROM "LiveCheck"
      WHERE "articleId" = a.id ORDER BY at DESC LIMIT ${failuresBeforeTold}) l`
  const past = Map.groupBy(checks, (check) => check.articleId)
  const due = resting
    .map((page) => ({ ...page, next: nextCheckAt({ ...page, checks: past.get(page.id) ?? [] }) }))
    .filter(({ next }) => next <= now)
    .sort((a, b) => a.next.getTime() - b.next.getTime())
    .slice(0, mostAtOnce)
  await db.$transaction(async (tx) => {
    for (const [at, { id }] of due.entries())
      await enqueue(
        tx,
        'live-check',
        { id },
        { runAt: new Date(now.getTime() + (at * spreadMs) / mostAtOnce), priority: 10 },
      )
  })
  return due.length
}
