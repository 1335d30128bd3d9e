import { comment } from '#app/desk/drafts/actions.ts'
import { Changes } from '#components/articles/changes.tsx'
import { Comments } from '#components/drafts/comments.tsx'
import { changesBetween } from '#engines/text/word-diff.ts'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { type DraftInFull, getReview } from '#lib/review/read.ts'

type Props = { viewer: Member; draft: DraftInFull; held: string }

/**
 * What is said about a draft until it is published, and what changed of it since it was returned. Its author answers,
 * and does not begin before it was handed in.
 */
export async function Discussion({ viewer, draft: { id, situation, state }, held }: Props) {
  const review = may(viewer, 'draft.comment', situation) ? await getReview(viewer, id) : null
  if (!review) return null
  const { comments, before, text } = review
  return (
    <>
      {before !== null && state === 'SUBMITTED' ? (
        <section className="mt-12">
          <h2>Since it was returned</h2>
          <Changes changes={changesBetween(before, text, 'en')} language="en" />
        </section>
      ) : null}
      {state === 'SUBMITTED' || comments.length ? (
        <Comments id={id} comments={comments} say={comment} held={held} />
      ) : null}
    </>
  )
}
