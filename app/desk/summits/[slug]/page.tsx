import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keepSummit } from '#app/desk/summits/actions.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { SummitFields } from '#components/summits/summit-fields.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Form } from '#components/ui/form.tsx'
import { Opened } from '#components/ui/opened.tsx'
import { may } from '#lib/access.ts'
import { heldForm } from '#lib/auth/held.ts'
import { say } from '#lib/languages.ts'
import { getSummitForm } from '#lib/summits/desk.ts'

export const generateMetadata = () => titled('Summit')

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function Summit({ params, searchParams }: Props) {
  const { slug } = await params
  const { held, saved } = await searchParams
  const path = `/desk/summits/${slug}`
  const viewer = await requireMember(path)
  const summit = await getSummitForm(viewer, slug).catch(missing)
  if (!summit) return <NotThere />
  const { values, commitments, parties } = summit
  const kept = await heldForm(viewer, typeof held === 'string' ? held : undefined, path)
  const add = may(viewer, 'commitment.record', 'any') ? (
    <ButtonLink look="main" href={`/desk/commitments/new?summit=${slug}`}>
      Record a commitment
    </ButtonLink>
  ) : null
  return (
    <>
      <h1>{say(summit.name, 'en').text}</h1>
      {saved ? <p role="status">Recorded, and entered in the ledger.</p> : null}
      <p className="mt-3 font-sans text-sm">
        <a href={`/summits/${slug}`}>As readers see it</a>
      </p>
      <h2>What was promised there</h2>
      {commitments.length ? (
        <>
          <ul className="mb-4 divide-y divide-rule border-y border-rule">
            {commitments.map(({ ref, title }) => (
              <li key={ref} className="py-2">
                <a href={`/desk/commitments/${ref}`}>{ref}</a> {say(title, 'en').text}
              </li>
            ))}
          </ul>
          {add}
        </>
      ) : (
        <Empty act={add}>
          Each thing promised is a commitment of its own, with what must be so for it to count as kept.
        </Empty>
      )}
      {may(viewer, 'summit.amend', 'any') ? (
        <details className="mt-12" open={kept !== null}>
          <summary className="font-sans">Amend what is said of the summit</summary>
          <div className="mt-4">
            <Form
              key={String(saved)}
              action={keepSummit}
              values={{ ...values, ...kept }}
              submit="Amend it in public"
              label="Summit"
            >
              <Opened also={['slug']} />
              <SummitFields rows={parties.length + 2} isNew={false} />
            </Form>
          </div>
        </details>
      ) : null}
    </>
  )
}
