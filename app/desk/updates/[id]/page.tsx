import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { comment } from '#app/desk/review/actions.ts'
import { Acts } from '#app/desk/updates/[id]/acts.tsx'
import { discard, keepOrRedraw, saveByItself } from '#app/desk/updates/actions.ts'
import { NotThere } from '#app/not-found-page.tsx'
import { Carried } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Comments } from '#components/updates/comments.tsx'
import { plainWords } from '#components/updates/evidence-rows.ts'
import { Notices } from '#components/updates/notices.tsx'
import { UpdateForm } from '#components/updates/update-form.tsx'
import { UpdateSheet } from '#components/updates/update-sheet.tsx'
import { valuesOf } from '#components/updates/update-values.ts'
import { may } from '#lib/access.ts'
import { heldForm } from '#lib/auth/parked-forms.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { instantInWords } from '#lib/dates.ts'
import { commitmentChoices, sourceChoices } from '#lib/updates/choices.ts'
import { findUpdate, statusBefore, type UpdateInFull } from '#lib/updates/read.ts'
import { getReview } from '#lib/updates/review.ts'

export const generateMetadata = () => titled('Status update')

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Update({ params, searchParams }: Props) {
  const { id } = await params
  const asked = await searchParams
  const path = `/desk/updates/${id}`
  const viewer = await requireMember(path)
  const update = await findUpdate(viewer, id)
  if (!update) return <NotThere />
  const held = await heldForm(viewer, String(asked.held), path)
  if (may(viewer, 'update.edit', update.situation)) {
    const find = plainWords(String(asked.find ?? ''))
    return <Edit key={String(asked.held)} {...{ viewer, update, held, find }} saved={String(asked.saved)} />
  }
  const { commitment, party, day } = update
  const besides = [id, update.supersedes?.id ?? '']
  const at = { commitmentId: commitment.id, partyId: party?.id ?? null, on: day, besides }
  return (
    <UpdateSheet
      update={update}
      before={await statusBefore(viewer, at)}
      notices={
        <>
          {asked.aside ? <Aside held={String(asked.aside)} state={update.state} /> : null}
          <Notices update={update} />
        </>
      }
      acts={<Acts {...{ viewer, update, asked: String(asked.act), reason: held?.reason ?? '' }} />}
    />
  )
}

function Aside({ held, state }: { held: string; state: UpdateInFull['state'] }) {
  return (
    <p role="alert" className="mt-4 max-w-measure rounded border-2 border-fault px-4 py-3">
      This was {state.toLowerCase()} while you were writing, and could not be saved. What you typed is kept
      for a day: <a href={`/desk/updates/new?${new URLSearchParams({ held })}`}>begin a new draft with it</a>.
    </p>
  )
}

type Editing = {
  viewer: Member
  update: UpdateInFull
  held: Record<string, string> | null
  find: string
  saved: string
}

async function Edit({ viewer, update, held, find, saved }: Editing) {
  const values = { ...valuesOf(update), ...held }
  const kept = Object.entries(values).flatMap(([name, value]) => (name.endsWith('.source') ? [value] : []))
  const [commitments, sources, review] = await Promise.all([
    commitmentChoices(viewer),
    sourceChoices(viewer, kept, find),
    getReview(viewer, update.id),
  ])
  const version = String(update.version)
  return (
    <>
      <h1>{update.supersedes ? 'Correction' : 'Status update'}</h1>
      <p className="mt-2 text-soft">Draft, saved {instantInWords(update.savedAt)}. Only you can change it.</p>
      <Notices update={update} />
      <div className="mt-8">
        {/* Drawn anew after a save. Not by the version: without scripts an answer finds its form by the key. */}
        <UpdateForm
          key={saved}
          action={keepOrRedraw}
          save={saveByItself}
          {...{ values, commitments, sources }}
        />
      </div>
      {review?.comments.length ? (
        <Comments id={update.id} comments={review.comments} say={comment} held={held?.text ?? ''} />
      ) : null}
      <details className="mt-12 border-t border-rule pt-4">
        <summary className="font-sans text-sm">Throw this draft away</summary>
        <div className="mt-4">
          <Form key={saved} action={discard} label="Throw this draft away" submit="Throw it away">
            <Carried name="id" value={update.id} />
            <Carried name="version" value={version} />
          </Form>
        </div>
      </details>
    </>
  )
}
