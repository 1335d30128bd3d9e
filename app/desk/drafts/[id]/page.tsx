import { redirect } from 'next/navigation'
import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { DraftActs } from '#app/desk/drafts/[id]/acts.tsx'
import { EditDraft } from '#app/desk/drafts/[id]/edit.tsx'
import { SaidOfDraft } from '#app/desk/drafts/[id]/said.tsx'
import { Neighbours } from '#app/desk/review/neighbours.tsx'
import { missing, NotThere } from '#app/not-found-page.tsx'
import { Changes } from '#components/articles/changes.tsx'
import { Facts } from '#components/drafts/facts.tsx'
import { changesBetween } from '#engines/text/word-diff.ts'
import { may } from '#lib/access.ts'
import { heldForm } from '#lib/auth/parked-forms.ts'
import { instantInWords } from '#lib/dates.ts'
import { type DraftInFull, getDraft } from '#lib/drafts/read.ts'

export const generateMetadata = () => titled('Draft')

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Draft({ params, searchParams }: Props) {
  const { id } = await params
  const { held, saved } = await searchParams
  const path = `/desk/drafts/${id}`
  const viewer = await requireMember(path)
  const draft = await getDraft(viewer, id).catch(missing)
  if (!draft) return <NotThere />
  if (draft.kind === 'IMPORT') redirect(`/desk/imports/${id}`)
  const kept = await heldForm(viewer, String(held), path)
  const isEditing = may(viewer, 'draft.edit', draft.situation)
  const { title } = draft
  return (
    <>
      <p className="font-sans text-sm text-soft first-letter:uppercase">{draft.act}</p>
      <h1 lang={title.language}>
        <bdi>{title.text}</bdi>
      </h1>
      <Standing draft={draft} isSaved={saved !== undefined} />
      {isEditing ? (
        <EditDraft viewer={viewer} draft={draft} held={kept?.draftId ? kept : null} saved={String(saved)} />
      ) : (
        <div className="mt-8 grid gap-10 lg:grid-cols-[1fr_18rem]">
          <div>
            <WhatItSays draft={draft} />
          </div>
          <aside aria-label="What you may do" className="space-y-6">
            <DraftActs viewer={viewer} draft={draft} held={kept} />
          </aside>
        </div>
      )}
      <SaidOfDraft viewer={viewer} draft={draft} held={kept?.text ?? ''} />
      {draft.state === 'SUBMITTED' ? <Neighbours viewer={viewer} href={path} /> : null}
    </>
  )
}

function Standing({ draft, isSaved }: { draft: DraftInFull; isSaved: boolean }) {
  const { author, savedAt, state, returnedBy, returnedAt, returnReason, publishedBy, publishedAt } = draft
  return (
    <>
      <p className="mt-2 font-sans text-sm text-soft">
        By {author}, saved {instantInWords(savedAt)}.
        {publishedBy && publishedAt ? ` Published by ${publishedBy}, ${instantInWords(publishedAt)}.` : ''}
      </p>
      {isSaved && state === 'DRAFT' ? (
        <p role="status">Saved as a draft. Only you can change it; nobody reviews it yet.</p>
      ) : null}
      {isSaved && state === 'SUBMITTED' ? (
        <p role="status">It waits for a second person: nothing of it is public before.</p>
      ) : null}
      {state === 'RETURNED' && returnedBy && returnedAt ? (
        <div className="mt-4 max-w-measure border-l-2 border-accent pl-4">
          <p className="font-sans text-sm text-soft">
            Returned by {returnedBy}, {instantInWords(returnedAt)}
          </p>
          <p className="whitespace-pre-line">{returnReason}</p>
        </div>
      ) : null}
      {draft.isOvertaken ? (
        <p className="mt-4 max-w-measure border-l-2 border-accent pl-4">
          What this amends was itself amended since it was written. Compared below is what stands now.
        </p>
      ) : null}
    </>
  )
}

/** The draft whole; an amendment first as what it changes of the wording in force. */
function WhatItSays({ draft: { change, facts } }: { draft: DraftInFull }) {
  if (!change) return <Facts facts={facts} />
  return (
    <>
      <h2 className="mt-0">What would change</h2>
      <Changes changes={changesBetween(change.before, change.after, 'en')} language="en" />
      <details className="mt-8">
        <summary className="font-sans text-sm">All of it as it would be</summary>
        <div className="mt-4">
          <Facts facts={facts} />
        </div>
      </details>
    </>
  )
}
