import { comment } from '#app/desk/drafts/actions.ts'
import { Comments } from '#components/updates/comments.tsx'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import type { DraftInFull } from '#lib/drafts/read.ts'
import { getDraftReview } from '#lib/drafts/review.ts'

type Props = { viewer: Member; draft: DraftInFull; held: string }

/** What is said about a draft until it is published. Its author answers, and does not begin before it was handed in. */
export async function SaidOfDraft({ viewer, draft: { id, situation, state }, held }: Props) {
  if (!may(viewer, 'draft.comment', situation)) return null
  const comments = (await getDraftReview(viewer, id))?.comments ?? []
  if (state !== 'SUBMITTED' && comments.length === 0) return null
  return <Comments id={id} comments={comments} say={comment} held={held} />
}
