import { redirect } from 'next/navigation'
import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { giveBack, publish } from '#app/desk/updates/actions.ts'
import { NotThere } from '#app/not-there.tsx'
import { Carried, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notices } from '#components/updates/notices.tsx'
import { UpdateSheet } from '#components/updates/update-sheet.tsx'
import { may } from '#lib/access.ts'
import { heldForm } from '#lib/auth/held.ts'
import { findUpdate, statusBefore, type UpdateInFull } from '#lib/updates/read.ts'

export const generateMetadata = () => titled('Review')

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Review({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/desk/review/${id}`
  const viewer = await requireMember(path)
  const update = await findUpdate(viewer, id)
  if (!update) return <NotThere />
  if (update.state !== 'SUBMITTED') redirect(`/desk/updates/${id}`)
  const held = await heldForm(viewer, String((await searchParams).held), path)
  const { commitment, party, day } = update
  const besides = [id, update.supersedes?.id ?? '']
  const at = { commitmentId: commitment.id, partyId: party?.id ?? null, on: day, besides }
  return (
    <UpdateSheet
      update={update}
      before={await statusBefore(viewer, at)}
      notices={<Notices update={update} />}
      acts={
        may(viewer, 'update.publish', update.situation) ? (
          <Judgement update={update} reason={held?.reason ?? ''} />
        ) : (
          <p>A second person must read it: nobody publishes their own update.</p>
        )
      }
    />
  )
}

function Judgement({ update, reason }: { update: UpdateInFull; reason: string }) {
  // The version that was read is the one that is published.
  const read = (
    <>
      <Carried name="id" value={update.id} />
      <Carried name="version" value={String(update.version)} />
    </>
  )
  return (
    <>
      <Form action={publish} label="Publish" submit="Publish">
        {read}
      </Form>
      <details open={reason !== ''}>
        <summary>Return it to {update.author.name}</summary>
        <div className="mt-4">
          <Form action={giveBack} label="Return" submit="Return with this reason" values={{ reason }}>
            {read}
            <TextArea name="reason" label="What should change" rows={4} />
          </Form>
        </div>
      </details>
    </>
  )
}
