import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { HiddenField, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { LastEvidence } from '#components/updates/stale-list.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { dateInWords } from '#lib/dates.ts'
import { getStaleness } from '#lib/updates/stale.ts'
import { noChangeSeen } from './actions.ts'

export const generateMetadata = () => titled('No change seen')

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function NoChange({ params, searchParams }: Props) {
  const { ref } = await params
  const path = `/desk/commitments/${ref}/no-change`
  const viewer = await requireMember(path)
  const found = await getStaleness(viewer, ref).catch(missing)
  if (!found) return <NotFoundPage />
  const { held } = await searchParams
  const values = await findParkedForm(viewer, typeof held === 'string' ? held : undefined, path)
  return (
    <>
      <h1>No change seen</h1>
      <p className="mt-3 max-w-measure">
        <a href={`/commitments/${found.ref}`}>
          {found.ref}: {found.title}
        </a>
        . Nothing was published on it since {dateInWords(found.lastOn)}.
      </p>
      <LastEvidence last={found.last} evidence={found.evidence} />
      <p className="mt-4 max-w-measure text-soft">
        Silence is news too. This hands in an update of today with the status that stands, resting on the same
        sources, and with what you write here as its note. A second person reads it before it is published.
      </p>
      <div className="mt-6">
        <Form action={noChangeSeen} submit="Hand it in" values={{ ...values }}>
          <HiddenField name="commitmentId" value={found.id} />
          <HiddenField name="requestKey" value={values?.requestKey ?? crypto.randomUUID()} />
          <TextArea
            name="searched"
            label="Where you looked, and for what"
            rows={4}
            hint="Sites, archives, words searched for, in which languages: so that another can look again."
          />
        </Form>
      </div>
    </>
  )
}
