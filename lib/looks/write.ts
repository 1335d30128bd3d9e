// Asks for looks at live pages, and records what they found.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { CaptureFailure } from '#lib/articles/faults.ts'
import { keepOriginal } from '#lib/articles/originals.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import { NotFound } from '#lib/errors.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { sha256 } from '#lib/ledger/rules.ts'
import type { LookInput } from '#lib/looks/input.ts'
import { type LookOutcome, nextLookAt } from '#lib/looks/rules.ts'

type Act = z.output<typeof LookInput>
type Seen = {
  outcome: LookOutcome
  text?: string
  bytes?: Uint8Array
  contentType?: string | null
  finalAddress?: string | null
  failure?: CaptureFailure
}

/** Records what one look found; the text and its bytes only where they differ from what is archived. */
export async function recordLook(
  viewer: Viewer,
  articleId: string,
  seen: Seen,
  at = new Date(),
): Promise<string> {
  authorize(viewer, 'look.run', 'any')
  const { outcome, text, bytes, contentType = null, finalAddress = null, failure } = seen
  const wait = failure?.retryAfter
  return db.$transaction(async (tx) => {
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
        text: text ?? null,
        textSha256: text === undefined ? null : sha256(text),
        originalSha256: bytes ? await keepOriginal(tx, bytes) : null,
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

const mostAtOnce = 20
const spreadMs = 600_000

/** Queues a look at every page that published evidence rests on and that is due, spread over the next ten minutes. */
export async function queueDueLooks(viewer: Viewer, now = new Date()): Promise<number> {
  authorize(viewer, 'look.run', 'any')
  const resting = await db.$queryRaw<{ id: string; publishedAt: Date }[]>`
    SELECT a.id, max(u."publishedAt") AS "publishedAt"
    FROM "Article" a JOIN "Evidence" e ON e."articleId" = a.id JOIN live_updates(${now}::timestamptz) u ON u.id = e."updateId"
    WHERE a.address IS NOT NULL AND EXISTS (SELECT 1 FROM "Snapshot" s WHERE s."articleId" = a.id)
    GROUP BY a.id`
  // As many as the patience after failures can tell apart.
  const looks = await db.$queryRaw<
    { articleId: string; at: Date; outcome: LookOutcome; retryAt: Date | null }[]
  >`
    SELECT "articleId", at, outcome, "retryAt"
    FROM (SELECT *, row_number() OVER (PARTITION BY "articleId" ORDER BY at DESC) AS nth FROM "Look") l
    WHERE nth <= 5 ORDER BY at DESC`
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
