import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keep, saveByItself } from '#app/desk/drafts/actions.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { MergeFields } from '#components/commitments/merge-fields.tsx'
import { DraftForm } from '#components/drafts/draft-form.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { say } from '#lib/languages.ts'

export const generateMetadata = () => titled('Merge a commitment')

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function MergeCommitment({ params, searchParams }: Props) {
  const { ref } = await params
  const path = `/desk/commitments/${ref}/merge`
  const viewer = await requireMember(path)
  const found = await getInForce(viewer, { ref }).catch(missing)
  if (!found) return <NotFoundPage />
  const asked = await searchParams
  const kept = await findParkedForm(viewer, String(asked.held), path)
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
        <DraftForm
          kind="MERGE"
          label="Merge"
          keep={keep}
          save={saveByItself}
          values={values}
          also={['ref']}
          isAgain={kept !== null && asked.gone !== undefined}
        >
          <MergeFields />
        </DraftForm>
      </div>
    </>
  )
}
