// What looks at live pages found.

import { authorize } from '#lib/access.ts'
import { captureFaults } from '#lib/articles/faults.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import { standing } from '#lib/excerpts/moves.ts'
import { isQueued } from '#lib/jobs/queue.ts'
import { type LookOutcome, striking } from '#lib/looks/rules.ts'

/** What the last look at an article's page found, and when; null when nobody has looked since it was last archived. */
export async function findLastLook(
  viewer: Viewer,
  articleId: string,
): Promise<{ at: Date; outcome: LookOutcome } | null> {
  authorize(viewer, 'article.read', 'any')
  const [look, snapshot] = await Promise.all([
    db.look.findFirst({ where: { articleId }, orderBy: { at: 'desc' }, select: { at: true, outcome: true } }),
    db.snapshot.findFirst({ where: { articleId }, orderBy: { takenAt: 'desc' }, select: { takenAt: true } }),
  ])
  return look && (!snapshot || look.at > snapshot.takenAt) ? look : null
}

/** The last look with all that a member may know: what went wrong, what the page says now, what becomes of excerpts. */
export async function getLook(viewer: Viewer, articleId: string) {
  authorize(viewer, 'look.read', 'any')
  const last = await findLastLook(viewer, articleId)
  const [look, isRunning] = await Promise.all([
    last &&
      db.look.findFirst({
        where: { articleId, at: last.at },
        select: {
          id: true,
          at: true,
          outcome: true,
          fault: true,
          detail: true,
          text: true,
          article: {
            select: {
              language: true,
              snapshots: {
                orderBy: { takenAt: 'desc' },
                take: 1,
                select: { text: true, excerpts: { select: quoted, orderBy: { start: 'asc' } } },
              },
            },
          },
        },
      }),
    isQueued(`look:${articleId}`),
  ])
  if (!look) return { isRunning, look: null }
  const { article, fault, ...rest } = look
  const [snapshot] = article.snapshots
  const sentence =
    fault && Object.hasOwn(captureFaults, fault) ? captureFaults[fault as keyof typeof captureFaults] : null
  const fates = look.text !== null && snapshot ? standing(snapshot.excerpts, look.text, snapshot.text) : []
  return {
    isRunning,
    look: { ...rest, sentence, language: article.language, archived: snapshot?.text ?? null, fates },
  }
}

const quoted = { id: true, exact: true, prefix: true, suffix: true, start: true, end: true } as const

/** The articles whose page changed, went or closed since they were last archived, newest look first. */
export async function listStriking(viewer: Viewer) {
  authorize(viewer, 'look.read', 'any')
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT l.id FROM (SELECT DISTINCT ON ("articleId") id, "articleId", outcome, at FROM "Look" ORDER BY "articleId", at DESC) l
    WHERE l.outcome::text = ANY(${striking}::text[])
      AND NOT EXISTS (SELECT 1 FROM "Snapshot" s WHERE s."articleId" = l."articleId" AND s."takenAt" > l.at)
    ORDER BY l.at DESC LIMIT 100`
  return db.look.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { at: 'desc' },
    select: {
      id: true,
      at: true,
      outcome: true,
      article: { select: { id: true, title: true, language: true, publisher: true } },
    },
  })
}
