import { redirect } from 'next/navigation'
import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { DraftActs } from '#app/desk/drafts/[id]/acts.tsx'
import { DraftBody } from '#app/desk/drafts/[id]/body.tsx'
import { Discussion } from '#app/desk/drafts/[id]/discussion.tsx'
import { EditDraft } from '#app/desk/drafts/[id]/edit.tsx'
import { DraftState } from '#app/desk/drafts/[id]/state.tsx'
import { beginningAsked } from '#app/desk/drafts/parked.ts'
import { Neighbours } from '#app/desk/review/neighbours.tsx'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { UpdateSheet } from '#components/updates/update-sheet.tsx'
import { may } from '#lib/access.ts'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { getDraft } from '#lib/review/read.ts'
import { statusBefore } from '#lib/updates/read.ts'

export const generateMetadata = () => titled('Draft')

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Draft({ params, searchParams }: Props) {
  const { id } = await params
  const asked = await searchParams
  const path = `/desk/drafts/${id}`
  const viewer = await requireMember(path)
  const draft = await getDraft(viewer, id).catch(missing)
  if (!draft) return <NotFoundPage />
  const { kind, state, title, sheet } = draft
  if (kind === 'IMPORT') redirect(`/desk/imports/${id}`)
  if (kind === 'UPDATE' && state === 'PUBLISHED') redirect(`/desk/updates/${draft.subjectId ?? id}`)
  const held = await findParkedForm(viewer, String(asked.held), path)
  const isEditing = may(viewer, 'draft.edit', draft.situation)
  const isSaved = asked.saved !== undefined
  const stands = <DraftState {...{ viewer, draft, isSaved }} aside={beginningAsked(asked.aside)} />
  const acts = isEditing ? null : <DraftActs viewer={viewer} draft={draft} held={held} />
  return (
    <>
      {sheet && !isEditing ? (
        <UpdateSheet
          update={sheet}
          author={draft.author}
          before={
            await statusBefore(viewer, {
              commitmentId: sheet.commitment.id,
              partyId: sheet.party?.id ?? null,
              on: sheet.day,
              besides: [draft.subjectId ?? ''],
            })
          }
          notices={stands}
          acts={acts}
        />
      ) : (
        <>
          <p className="font-sans text-sm text-soft first-letter:uppercase">{draft.act}</p>
          <h1 lang={title.language}>
            <bdi>{title.text}</bdi>
          </h1>
          {stands}
          {isEditing ? (
            <EditDraft
              {...{ viewer, draft }}
              held={held?.draftId ? held : null}
              asked={{ saved: String(asked.saved), find: String(asked.find ?? '') }}
            />
          ) : (
            <DraftBody draft={draft} acts={acts} />
          )}
        </>
      )}
      <Discussion viewer={viewer} draft={draft} held={held?.text ?? ''} />
      {state === 'SUBMITTED' ? <Neighbours viewer={viewer} href={path} /> : null}
    </>
  )
}
