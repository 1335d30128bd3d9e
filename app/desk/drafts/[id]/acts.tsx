import { Claimed } from '#app/desk/drafts/[id]/claimed.tsx'
import { Return } from '#app/desk/drafts/[id]/return.tsx'
import { publish, recall } from '#app/desk/drafts/actions.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { instantInWords } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import type { Fields } from '#lib/forms/state.ts'
import { type DraftInFull, getReview } from '#lib/review/read.ts'
import { usualReasons } from '#lib/review/rules.ts'

type Props = { viewer: Member; draft: DraftInFull; held: Fields | null }

/** What a member may do with a draft that is not (or no longer) theirs to edit. */
export async function DraftActs({ viewer, draft, held }: Props) {
  const { id, kind, version, situation, author, address } = draft
  // The version that was read is the one that is published.
  const read = (
    <>
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
    </>
  )
  if (address) return <ButtonLink href={address}>As readers see it</ButtonLink>
  if (may(viewer, 'draft.recall', situation))
    return (
      <>
        <p>Nobody publishes their own.</p>
        <Form action={recall} label="Take it back" submit="Take it back to the drafts">
          {read}
        </Form>
      </>
    )
  const review = may(viewer, 'draft.publish', situation) ? await getReview(viewer, id) : null
  if (!review) return null
  const needsTwo = env().SECOND_REVIEWER === '1' && draft.isWeighty
  const { approval } = review
  const publishing = needsTwo && !approval ? 'Approve' : 'Publish'
  return (
    <>
      <Claimed viewer={viewer} id={id} taken={review.claim} />
      {needsTwo ? (
        <p>
          {approval
            ? `${approval.reviewer.name} approved it, ${instantInWords(approval.at)}. Another reviewer publishes it.`
            : 'This needs two reviewers: your approval is the first.'}
        </p>
      ) : null}
      {approval?.reviewer.id === viewer.id ? null : (
        <div data-review="publish">
          <Form action={publish} label={publishing} submit={publishing}>
            {read}
          </Form>
        </div>
      )}
      <Return to={author} usual={usualReasons[kind]} held={held}>
        {read}
      </Return>
    </>
  )
}
