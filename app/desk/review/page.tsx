import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { publishAlike } from '#app/desk/drafts/actions.ts'
import { Alike } from '#components/drafts/alike.tsx'
import { DraftList } from '#components/drafts/draft-list.tsx'
import { ReviewKeys } from '#components/drafts/review-keys.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { may } from '#lib/access.ts'
import { listQueue } from '#lib/review/read.ts'

export const generateMetadata = () => titled('Review')

const titles = ['Nothing waits for your review', 'One waits for your review']

export default async function ReviewList() {
  const viewer = await requireMember('/desk/review')
  const { items, count } = await listQueue(viewer)
  return (
    <>
      <h1>{titles[count] ?? `${count} wait for your review`}</h1>
      <p className="mt-3 mb-6 max-w-measure">The oldest first. Nobody reviews their own.</p>
      {count ? (
        <div data-review="queue">
          <DraftList drafts={items} />
          <Alike drafts={items} publish={publishAlike} />
          <ReviewKeys of="queue" />
        </div>
      ) : (
        <Empty act={<ButtonLink href="/desk">Back to the desk</ButtonLink>}>
          {may(viewer, 'draft.publish', 'submitted, other')
            ? 'Whatever others submit comes here, so that each is read by a second person before everybody sees it.'
            : 'Reviewers read what others submit here. You are an analyst: what you submit waits for one of them.'}
        </Empty>
      )}
    </>
  )
}
