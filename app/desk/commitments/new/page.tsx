import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keep, saveByItself } from '#app/desk/drafts/actions.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { CommitmentFields } from '#components/commitments/commitment-fields.tsx'
import { DraftForm } from '#components/drafts/draft-form.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { listFilterOptions } from '#lib/commitments/search.ts'
import { say } from '#lib/languages.ts'
import { getSummitDesk } from '#lib/summits/desk.ts'

export const generateMetadata = () => titled('Record a commitment')

const path = '/desk/commitments/new'
type Search = Promise<Record<string, string | string[] | undefined>>

export default async function NewCommitment({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams
  const one = (name: string) => [asked[name] ?? ''].flat()[0] ?? ''
  const viewer = await requireMember(path)
  const kept = await findParkedForm(viewer, one('held'), path)
  const slug = kept?.summitSlug ?? one('summit')
  const summit = await getSummitDesk(viewer, slug).catch(missing)
  if (!summit) return <NotFoundPage />
  const { inForce, parties } = summit
  const begun = { reviewEveryDays: '90', madeOn: inForce.endsOn, requestKey: crypto.randomUUID() }
  const values = { ...begun, ...kept }
  const { areas } = await listFilterOptions(viewer)
  return (
    <>
      <h1>Record a commitment</h1>
      <p className="mt-3 max-w-measure text-soft">
        Promised at <a href={`/desk/summits/${slug}`}>{say(inForce.name, 'en').text}</a>. A second person
        reads it before it is public; then it is entered in the ledger, and every later wording beside it.
      </p>
      <div className="mt-8">
        <DraftForm
          kind="COMMITMENT"
          label="Commitment"
          keep={keep}
          save={saveByItself}
          values={values}
          isAgain={kept !== null && asked.gone !== undefined}
        >
          <CommitmentFields
            isNew
            summitSlug={slug}
            promisedInId={kept?.promisedInId ?? one('excerpt')}
            {...{ areas, parties }}
          />
        </DraftForm>
      </div>
    </>
  )
}
