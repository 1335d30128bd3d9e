import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keep, saveByItself } from '#app/desk/drafts/actions.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { DraftForm } from '#components/drafts/draft-form.tsx'
import { DraftList } from '#components/drafts/draft-list.tsx'
import { SummitFields } from '#components/summits/summit-fields.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { say } from '#lib/languages.ts'
import { listDraftsAbout } from '#lib/review/read.ts'
import { getSummitDesk } from '#lib/summits/desk.ts'
import { fieldsOfSummit } from '#lib/summits/form.ts'

export const generateMetadata = () => titled('Summit')

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function Summit({ params, searchParams }: Props) {
  const { slug } = await params
  const path = `/desk/summits/${slug}`
  const viewer = await requireMember(path)
  const summit = await getSummitDesk(viewer, slug).catch(missing)
  if (!summit) return <NotFoundPage />
  const { inForce, commitments } = summit
  const asked = await searchParams
  const [kept, drafts] = await Promise.all([
    findParkedForm(viewer, String(asked.held), path),
    listDraftsAbout(viewer, inForce.id),
  ])
  const own = { id: inForce.id, version: String(inForce.version), requestKey: crypto.randomUUID() }
  const values = { ...fieldsOfSummit(inForce), ...own, ...kept }
  const add = (
    <ButtonLink look="main" href={`/desk/commitments/new?summit=${slug}`}>
      Record a commitment
    </ButtonLink>
  )
  return (
    <>
      <h1>{say(inForce.name, 'en').text}</h1>
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
      {drafts.length ? (
        <>
          <h2>Amendments under way</h2>
          <DraftList drafts={drafts} />
        </>
      ) : null}
      <details className="mt-12" open={kept !== null}>
        <summary className="font-sans">Amend what is said of the summit</summary>
        <div className="mt-4">
          <DraftForm
            kind="SUMMIT"
            label="Summit"
            keep={keep}
            save={saveByItself}
            values={values}
            also={['slug']}
            isAgain={kept !== null && asked.gone !== undefined}
          >
            <SummitFields isNew={false} />
          </DraftForm>
        </div>
      </details>
    </>
  )
}
