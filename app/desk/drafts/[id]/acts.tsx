import { claim, giveBack, publish, recall, release } from '#app/desk/drafts/actions.ts'
import { Return } from '#app/desk/review/return.tsx'
import { Taken } from '#app/desk/review/taken.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Carried } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import type { DraftInFull } from '#lib/drafts/read.ts'
import { getDraftReview } from '#lib/drafts/review.ts'
import { usualReasons } from '#lib/drafts/rules.ts'
import type { Fields } from '#lib/forms/state.ts'

type Props = { viewer: Member; draft: DraftInFull; held: Fields | null }

/** What a member may do with a draft that is not (or no longer) theirs to edit. */
export async function DraftActs({ viewer, draft, held }: Props) {
  const { id, version, situation, author, address } = draft
  // The version that was read is the one that is published.
  const read = (
    <>
      <Carried name="id" value={id} />
      <Carried name="version" value={String(version)} />
    </>
  )
  if (address) return <ButtonLink href={address}>As readers see it</ButtonLink>
  if (may(viewer, 'draft.recall', situation))
    return (
      <>
        <p>It waits for a second person: nobody publishes their own.</p>
        <Form action={recall} label="Take it back" submit="Take it back to the drafts">
          {read}
        </Form>
      </>
    )
  if (!may(viewer, 'draft.publish', situation)) return null
  const taken = (await getDraftReview(viewer, id))?.claim ?? null
  return (
    <>
      <Taken viewer={viewer} id={id} claim={taken} take={claim} release={release} />
      <div data-review="publish">
        <Form action={publish} label="Publish" submit="Publish">
          {read}
        </Form>
      </div>
      <Return to={author} action={giveBack} usual={usualReasons} held={held}>
        {read}
      </Return>
    </>
  )
}
