import { claim, release } from '#app/desk/review/actions.ts'
import { Return } from '#app/desk/review/return.tsx'
import { Taken } from '#app/desk/review/taken.tsx'
import { giveBack, publish } from '#app/desk/updates/actions.ts'
import { Carried } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import { instantInWords } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import type { UpdateInFull } from '#lib/updates/read.ts'
import type { ReviewView } from '#lib/updates/review.ts'
import { usualReasons, weighty } from '#lib/updates/rules.ts'

type Props = { viewer: Member; update: UpdateInFull; review: ReviewView; held: Record<string, string> | null }

/** What a reviewer may do with an update: take it, publish what was read, or return it with a reason. */
export function Judgement({ viewer, update, review, held }: Props) {
  // The version that was read is the one that is published.
  const read = (
    <>
      <Carried name="id" value={update.id} />
      <Carried name="version" value={String(update.version)} />
    </>
  )
  const needsTwo = env().SECOND_REVIEWER === '1' && weighty.includes(update.status)
  const { approval } = review
  const isFirst = needsTwo && !approval
  return (
    <>
      <Taken viewer={viewer} id={update.id} claim={review.claim} take={claim} release={release} />
      {needsTwo ? (
        <p>
          {approval
            ? `${approval.reviewer.name} approved it, ${instantInWords(approval.at)}. Another reviewer publishes it.`
            : 'A status as weighty as this needs two reviewers: your approval is the first.'}
        </p>
      ) : null}
      {approval?.reviewer.id === viewer.id ? null : (
        <div data-review="publish">
          <Form
            action={publish}
            label={isFirst ? 'Approve' : 'Publish'}
            submit={isFirst ? 'Approve' : 'Publish'}
          >
            {read}
          </Form>
        </div>
      )}
      <Return to={update.author.name} action={giveBack} usual={usualReasons} held={held}>
        {read}
      </Return>
    </>
  )
}
