import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keep, saveByItself } from '#app/desk/drafts/actions.ts'
import { DraftForm } from '#components/drafts/draft-form.tsx'
import { SummitFields } from '#components/summits/summit-fields.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'

export const generateMetadata = () => titled('Record a summit')

const path = '/desk/summits/new'
type Search = Promise<Record<string, string | string[] | undefined>>

export default async function NewSummit({ searchParams }: { searchParams: Search }) {
  const viewer = await requireMember(path)
  const asked = await searchParams
  const kept = await findParkedForm(viewer, String(asked.held), path)
  const values = { partiesRows: '2', requestKey: crypto.randomUUID(), ...kept }
  return (
    <>
      <h1>Record a summit</h1>
      <p className="mt-3 max-w-measure text-soft">
        A second person reads it before it is public; then it is entered in the ledger, and every later
        wording beside it.
      </p>
      <div className="mt-8">
        <DraftForm
          kind="SUMMIT"
          label="Summit"
          keep={keep}
          save={saveByItself}
          values={values}
          isAgain={kept !== null && asked.gone !== undefined}
        >
          <SummitFields isNew />
        </DraftForm>
      </div>
    </>
  )
}
