// Asks for looks at live pages, and records what they found.

import type { z } from 'zod'
import type { CaptureFailure } from '#engines/fetching/faults.ts'
import { authorize } from '#lib/access.ts'
import { unscopedKeepOriginal } from '#lib/articles/originals.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { readAgain } from '#lib/captures/write.ts'
import { db } from '#lib/database/client.ts'
import { NotFound } from '#lib/errors.ts'
import { sha256 } from '#lib/hash.ts'
import type { LookInput } from '#lib/live-checks/input.ts'
import { type LookOutcome, nextLookAt, patienceSpent } from '#lib/live-checks/rules.ts'
import { enqueue } from '#lib/queue.ts'

type Act = z.output<typeof LookInput>
type Seen = {
  outcome: LookOutcome
  text?: string
  bytes?: Uint8Array
  contentType?: string | null
  finalAddress?: string | null
  failure?: CaptureFailure
}

/** Records what one look found; the text and its bytes only where they say otherwise than what is archived. */
export async function recordLook(
  viewer: Viewer,
  articleId: string,
  seen: Seen,
  at = new Date(),
): Promise<string> {
  authorize(viewer, 'look.run', 'any')
  const { outcome, text, bytes, contentType = null, finalAddress = null, failure } = seen
  const wait = failure?.retryAfter
  const textSha256 = text === undefined ? null : sha256(text)
  const isKept = outcome !== 'SAME' && textSha256 !== null
  return db.$transaction(async (tx) => {
    // A page's bytes differ at every look, by a date or an advertisement: one copy for each text is enough.
    const where = { articleId, textSha256, originalSha256: { not: null } }
    const before = isKept ? await tx.look.findFirst({ where, select: { originalSha256: true } }) : null
    const originalSha256 =
      before?.originalSha256 ?? (isKept && bytes ? await unscopedKeepOriginal(tx, bytes) : null)
    const { id } = await tx.look.create({
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

/** Queues a look at the live page of an article now. */
export async function askLook(viewer: Member, { id }: Act): Promise<void> {
  authorize(viewer, 'look.ask', 'any')
  const article = await db.article.findUnique({ where: { id }, select: { address: true } })
  if (!article?.address) throw new NotFound('address to look at')
  await db.$transaction((tx) => enqueue(tx, 'look', { id }))
}

/**
 * Begins to archive what a look saw: its bytes are read again as a capture, which a person checks and keeps. So what a
 * page said between two archivings is not lost when it changes again or goes.
 */
export async function archiveLook(viewer: Member, { id }: Act): Promise<string> {
  authorize(viewer, 'capture.start', 'any')
  const look = await db.look.findFirst({
    where: { id, outcome: 'CHANGED' },
    select: { articleId: true, at: true, originalSha256: true, contentType: true, finalAddress: true },
  })
  if (!look?.originalSha256) throw new NotFound('changed text to archive')
  const { articleId, contentType, finalAddress, at: lookedAt, originalSha256: bytesSha256 } = look
  return readAgain(viewer, { articleId, bytesSha256, contentType, answer: { finalAddress, lookedAt } })
}

const mostAtOnce = 20
const spreadMs = 600_000

/**
 * Queues a look at every page that published evidence or the words of a promise rest on and that is due, spread over
 * the next ten minutes.
 */
export async function queueDueLooks(viewer: Viewer, now = new Date()): Promise<number> {
  authorize(viewer, 'look.run', 'any')
  const resting = await db.$queryRaw<{ id: string; publishedAt: Date }[]>`
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
        WHERE j.key = 'look:' || a.id AND j.attempts < j.max_attempts)
    GROUP BY a.id`
  const ids = resting.map(({ id }) => id)
  const looks = await db.$queryRaw<
    { articleId: string; at: Date; outcome: LookOutcome; retryAt: Date | null }[]
  >`
    SELECT l.* FROM unnest(${ids}::text[]) a(id) CROSS JOIN LATERAL (
      SELECT "articleId", at, outcome::text AS outcome, "retryAt" FROM "Look"
      WHERE "articleId" = a.id ORDER BY at DESC LIMIT ${patienceSpent}) l`
  const past = Map.groupBy(looks, (look) => look.articleId)
  const due = resting
    .map((page) => ({ ...page, next: nextLookAt({ ...page, looks: past.get(page.id) ?? [] }) }))
    .filter(({ next }) => next <= now)
    .sort((a, b) => a.next.getTime() - b.next.getTime())
    .slice(0, mostAtOnce)
  await db.$transaction(async (tx) => {
    for (const [at, { id }] of due.entries())
      await enqueue(
        tx,
        'look',
        { id },
        { runAt: new Date(now.getTime() + (at * spreadMs) / mostAtOnce), priority: 10 },
      )
  })
  return due.length
}
