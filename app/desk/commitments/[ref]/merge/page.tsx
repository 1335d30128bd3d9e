import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keepMerge, saveMerge } from '#app/desk/drafts/actions.ts'
import { missing, NotThere } from '#app/not-found-page.tsx'
import { MergeFields } from '#components/commitments/merge-fields.tsx'
import { DraftButtons, EnterSaves, OpenedDraft } from '#components/drafts/draft-buttons.tsx'
import { Form } from '#components/ui/form.tsx'
import { heldForm } from '#lib/auth/parked-forms.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { say } from '#lib/languages.ts'

export const generateMetadata = () => titled('Merge a commitment')

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function MergeCommitment({ params, searchParams }: Props) {
  const { ref } = await params
  const path = `/desk/commitments/${ref}/merge`
  const viewer = await requireMember(path)
  const found = await getInForce(viewer, { ref }).catch(missing)
  if (!found) return <NotThere />
  const kept = await heldForm(viewer, String((await searchParams).held), path)
  const values = { requestKey: crypto.randomUUID(), ...kept, ref }
  return (
    <>
      <h1>Merge {ref} into another</h1>
      <p className="mt-3 max-w-measure">
        <a href={`/commitments/${ref}`}>{say(found.title, 'en').text}</a>
      </p>
      <p className="mt-3 max-w-measure text-soft">
        For what was recorded twice. Once a second person has agreed, {ref} counts no longer: its address
        answers and leads on, and its updates are published again with the one that stays, with their
        evidence. What was known before stays as it was known.
      </p>
      <div className="mt-8">
        <Form action={keepMerge} values={values} label="Merge" actions={<DraftButtons />}>
          <EnterSaves />
          <MergeFields />
          <OpenedDraft isNew={false} save={saveMerge} />
        </Form>
      </div>
    </>
  )
}
