import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keepCommitment } from '#app/desk/commitments/actions.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { CommitmentFields } from '#components/commitments/commitment-fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access.ts'
import { heldForm } from '#lib/auth/held.ts'
import { listOptions } from '#lib/commitments/search.ts'
import { say } from '#lib/languages.ts'
import { getSummitForm } from '#lib/summits/desk.ts'

export const generateMetadata = () => titled('Record a commitment')

const path = '/desk/commitments/new'
type Search = Promise<Record<string, string | string[] | undefined>>

export default async function NewCommitment({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams
  const one = (name: string) => [asked[name] ?? ''].flat()[0] ?? ''
  const viewer = await requireMember(path)
  const kept = await heldForm(viewer, one('held'), path)
  const slug = kept?.summitSlug ?? one('summit')
  const summit = await getSummitForm(viewer, slug).catch(missing)
  if (!summit || !may(viewer, 'commitment.record', 'any')) return <NotThere />
  const values = { reviewEveryDays: '90', madeOn: summit.values.endsOn ?? '', ...kept }
  const { areas } = await listOptions(viewer)
  return (
    <>
      <h1>Record a commitment</h1>
      <p className="mt-3 max-w-measure text-soft">
        Promised at <a href={`/desk/summits/${slug}`}>{say(summit.name, 'en').text}</a>. It is entered in the
        public ledger as it is recorded, and every later wording beside it.
      </p>
      <div className="mt-8">
        <Form action={keepCommitment} values={values} submit="Record it in public" label="Commitment">
          <CommitmentFields
            isNew
            summitSlug={slug}
            promisedInId={kept?.promisedInId ?? one('excerpt')}
            {...{ areas }}
            parties={summit.parties}
          />
        </Form>
      </div>
    </>
  )
}
