import { redirect } from 'next/navigation'
import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { Acts } from '#app/desk/updates/[id]/acts.tsx'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { Notices } from '#components/updates/notices.tsx'
import { UpdateSheet } from '#components/updates/update-sheet.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { getDraft } from '#lib/review/read.ts'
import { findUpdate, statusBefore } from '#lib/updates/read.ts'

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
  if (!update) {
    // Before it is published it is a draft of the same id.
    if (await getDraft(viewer, id).catch(missing)) redirect(`/desk/drafts/${id}`)
    return <NotFoundPage />
  }
  const held = await findParkedForm(viewer, String(asked.held), path)
  const { commitment, party, day } = update
  const besides = [id, update.supersedes?.id ?? '']
  const at = { commitmentId: commitment.id, partyId: party?.id ?? null, on: day, besides }
  return (
    <UpdateSheet
      update={update}
      author={update.author.name}
      before={await statusBefore(viewer, at)}
      notices={<Notices update={update} />}
      acts={<Acts {...{ viewer, update, asked: String(asked.act), reason: held?.reason ?? '' }} />}
    />
  )
}
