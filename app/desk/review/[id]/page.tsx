import { redirect } from 'next/navigation'
import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { Judgement } from '#app/desk/review/[id]/judgement.tsx'
import { comment } from '#app/desk/review/actions.ts'
import { Neighbours } from '#app/desk/review/neighbours.tsx'
import { NotThere } from '#app/not-found-page.tsx'
import { Changes } from '#components/articles/changes.tsx'
import { Comments } from '#components/updates/comments.tsx'
import { Notices } from '#components/updates/notices.tsx'
import { UpdateSheet } from '#components/updates/update-sheet.tsx'
import { changesBetween } from '#engines/text/word-diff.ts'
import { may } from '#lib/access.ts'
import { heldForm } from '#lib/auth/parked-forms.ts'
import { findUpdate, statusBefore } from '#lib/updates/read.ts'
import { getReview } from '#lib/updates/review.ts'

export const generateMetadata = () => titled('Review')

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Review({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/desk/review/${id}`
  const viewer = await requireMember(path)
  const update = await findUpdate(viewer, id)
  if (!update) return <NotThere />
  if (update.state !== 'SUBMITTED') redirect(`/desk/updates/${id}`)
  const held = await heldForm(viewer, String((await searchParams).held), path)
  const { commitment, party, day } = update
  const besides = [id, update.supersedes?.id ?? '']
  const at = { commitmentId: commitment.id, partyId: party?.id ?? null, on: day, besides }
  const [review, before] = await Promise.all([getReview(viewer, id), statusBefore(viewer, at)])
  if (!review) return <NotThere />
  return (
    <>
      <UpdateSheet
        update={update}
        before={before}
        notices={<Notices update={update} />}
        acts={
          may(viewer, 'update.publish', update.situation) ? (
            <Judgement {...{ viewer, update, review, held }} />
          ) : (
            <p>A second person must read it: nobody publishes their own update.</p>
          )
        }
      />
      {review.before === null ? null : (
        <section className="mt-12">
          <h2>Since it was returned</h2>
          <Changes changes={changesBetween(review.before, review.text, 'en')} language="en" />
        </section>
      )}
      <Comments id={id} comments={review.comments} say={comment} held={held?.text ?? ''} />
      <Neighbours viewer={viewer} href={path} />
    </>
  )
}
