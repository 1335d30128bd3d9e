import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keepCommitment } from '#app/desk/commitments/actions.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { CommitmentFields } from '#components/commitments/commitment-fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Opened } from '#components/ui/opened.tsx'
import { may } from '#lib/access.ts'
import { heldForm } from '#lib/auth/held.ts'
import { getCommitmentForm } from '#lib/commitments/desk.ts'
import { listOptions } from '#lib/commitments/search.ts'
import { getSummitForm } from '#lib/summits/desk.ts'

export const generateMetadata = () => titled('Amend a commitment')

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function AmendCommitment({ params, searchParams }: Props) {
  const { ref } = await params
  const { held } = await searchParams
  const path = `/desk/commitments/${ref}`
  const viewer = await requireMember(path)
  const found = await getCommitmentForm(viewer, ref).catch(missing)
  if (!found || !may(viewer, 'commitment.amend', 'any')) return <NotThere />
  const kept = await heldForm(viewer, typeof held === 'string' ? held : undefined, path)
  const [{ areas }, { parties }] = await Promise.all([
    listOptions(viewer),
    getSummitForm(viewer, found.summitSlug),
  ])
  const { values } = found
  return (
    <>
      <h1>Amend {ref}</h1>
      <p className="mt-3 max-w-measure text-soft">
        Readers see the newest wording; the ledger keeps every one.{' '}
        <a href={`/commitments/${ref}`}>As readers see it</a>
      </p>
      <div className="mt-8">
        <Form
          action={keepCommitment}
          values={{ ...values, ...kept }}
          submit="Amend it in public"
          label="Commitment"
        >
          <Opened also={['ref']} />
          <CommitmentFields
            isNew={false}
            summitSlug={found.summitSlug}
            promisedInId={values.promisedInId ?? ''}
            {...{ areas, parties }}
          />
        </Form>
      </div>
    </>
  )
}
