// Short links: where the things that short addresses name stand.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'

const isId = (id: string) => /^[\w-]{1,64}$/.test(id)

/** The path of a published update on its commitment's page, also once it was corrected or withdrawn. */
export async function findUpdatePath(viewer: Viewer, id: string): Promise<string | null> {
  authorize(viewer, 'update.read', 'published, other')
  if (!isId(id)) return null
  const select = { commitment: { select: { ref: true } } }
  const found = await db.statusUpdate.findUnique({ where: { id }, select })
  return found && `/commitments/${found.commitment.ref}#update-${id}`
}

/** The path of an excerpt in its archived article. */
export async function findExcerptPath(viewer: Viewer, id: string): Promise<string | null> {
  authorize(viewer, 'article.read', 'any')
  if (!isId(id)) return null
  const select = { snapshot: { select: { articleId: true } } }
  const found = await db.excerpt.findUnique({ where: { id }, select })
  return found && `/articles/${found.snapshot.articleId}#excerpt-${id}`
}
