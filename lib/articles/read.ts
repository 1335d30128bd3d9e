// Lists of articles. One article with its excerpts is read in lib/excerpts/read.ts.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { dayOf } from '#lib/dates.ts'

const pageSize = 50
/** The columns that say where an article comes from. */
export const articleFacts = {
  id: true,
  title: true,
  publisher: true,
  author: true,
  address: true,
  publishedOn: true,
  publishedPrecision: true,
  language: true,
  kind: true,
  access: true,
  voiceParty: { select: { id: true, name: true } },
} as const

/** Articles, newest first, `pageSize` to a page, with how much rests on each. */
export async function listArticles(viewer: Viewer, page: number) {
  authorize(viewer, 'article.read', 'any')
  const [count, articles] = await Promise.all([
    db.article.count(),
    db.article.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: { ...articleFacts, _count: { select: { evidence: true, snapshots: true } } },
    }),
  ])
  const rows = articles.map(({ _count, publishedOn, ...article }) => ({
    ...article,
    publishedOn: publishedOn && dayOf(publishedOn),
    isArchived: _count.snapshots > 0,
    evidenceCount: _count.evidence,
  }))
  return { rows, count, pages: Math.max(1, Math.ceil(count / pageSize)) }
}
