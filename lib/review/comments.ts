// Comments: what author and reviewers say to each other about a draft before it is published.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, once } from '#lib/database/client.ts'
import { requestKeyOf } from '#lib/forms/request-key.ts'
import { unlessDiscarded, unscopedCurrentDraft } from '#lib/review/current.ts'
import type { CommentInput } from '#lib/review/input.ts'
import { draftSituation } from '#lib/review/rules.ts'

/** Says something about a draft that is not published yet. The same words sent twice are said once. */
export async function commentOnDraft(
  viewer: Member,
  { id, text, ...sent }: z.output<typeof CommentInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'draft.comment', draftSituation(viewer, await unscopedCurrentDraft(id)))
  const requestKey = requestKeyOf(viewer, sent.requestKey, [id, text])
  const find = async () =>
    requestKey ? db.comment.findUnique({ where: { requestKey }, select: { id: true } }) : null
  const data = { draftId: id, authorId: viewer.id, text, requestKey, at: now }
  const make = () => db.comment.create({ data, select: { id: true } })
  return (await unlessDiscarded(once(find, make))).id
}
