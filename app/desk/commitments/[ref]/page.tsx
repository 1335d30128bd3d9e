import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keep, saveByItself } from '#app/desk/drafts/actions.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { CommitmentFields } from '#components/commitments/commitment-fields.tsx'
import { DraftForm } from '#components/drafts/draft-form.tsx'
import { DraftList } from '#components/drafts/draft-list.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { fieldsOfCommitment } from '#lib/commitments/form.ts'
import { listFilterOptions } from '#lib/commitments/search.ts'
import { listDraftsAbout } from '#lib/review/read.ts'
import { getSummitDesk } from '#lib/summits/desk.ts'

export const generateMetadata = () => titled('Amend a commitment')

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function AmendCommitment({ params, searchParams }: Props) {
  const { ref } = await params
  const path = `/desk/commitments/${ref}`
  const viewer = await requireMember(path)
  const found = await getInForce(viewer, { ref }).catch(missing)
  if (!found) return <NotFoundPage />
  const asked = await searchParams
  const kept = await findParkedForm(viewer, String(asked.held), path)
  const { id, version, mergedInto, ...inForce } = found
  const [{ areas }, { parties }, drafts] = await Promise.all([
    listFilterOptions(viewer),
    getSummitDesk(viewer, found.summitSlug),
    listDraftsAbout(viewer, id),
  ])
  const own = { id, version: String(version), requestKey: crypto.randomUUID() }
  const values = { ...fieldsOfCommitment(inForce), ...own, ...kept }
  const { summitSlug, promisedInId } = found
  if (mergedInto)
    return (
      <>
        <h1>{ref} was merged</h1>
        <p className="mt-3">
          Amend <a href={`/desk/commitments/${mergedInto}`}>{mergedInto}</a>, into which it was merged.
        </p>
      </>
    )
  return (
    <>
      <h1>Amend {ref}</h1>
      <p className="mt-3 max-w-measure text-soft">
        A second person reads it beside the wording in force before it is public; the ledger keeps every
        wording. <a href={`/commitments/${ref}`}>As readers see it</a> ·{' '}
        <a href={`/desk/commitments/${ref}/merge`}>Merge it into another</a>
      </p>
      {drafts.length ? (
        <>
          <h2>Amendments under way</h2>
          <DraftList drafts={drafts} />
        </>
      ) : null}
      <div className="mt-8">
        <DraftForm
          kind="COMMITMENT"
          label="Commitment"
          keep={keep}
          save={saveByItself}
          values={values}
          also={['ref']}
          isAgain={kept !== null && asked.gone !== undefined}
        >
          <CommitmentFields
            isNew={false}
            promisedInId={promisedInId ?? ''}
            {...{ summitSlug, areas, parties }}
          />
        </DraftForm>
      </div>
    </>
  )
}
