import { Meanwhile, Told } from '#components/drafts/meanwhile.tsx'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { instantInWords } from '#lib/dates.ts'
import type { DraftInFull } from '#lib/review/read.ts'

type Props = { viewer: Member; draft: DraftInFull; isSaved: boolean; aside: string | null }

/** How far a draft has come, and what happened meanwhile to what it speaks of. */
export function DraftState({ viewer, draft, isSaved, aside }: Props) {
  const { author, savedAt, state, returnedBy, returnedAt, returnReason, publishedBy, publishedAt } = draft
  return (
    <>
      <p className="mt-2 font-sans text-sm text-soft">
        By {author}, saved {instantInWords(savedAt)}.
        {publishedBy && publishedAt ? ` Published by ${publishedBy}, ${instantInWords(publishedAt)}.` : ''}
      </p>
      {aside ? (
        <p role="alert" className="mt-4 max-w-measure rounded border-2 border-fault px-4 py-3">
          This was {state.toLowerCase()} while you were writing, and could not be saved. What you typed is
          kept for a day: <a href={aside}>begin a new draft with it</a>.
        </p>
      ) : null}
      {isSaved && state === 'DRAFT' ? (
        <p role="status">Saved as a draft. Only you can change it; nobody reviews it yet.</p>
      ) : null}
      {may(viewer, 'draft.recall', draft.situation) ? (
        <p role="status">It waits for a second person: nothing of it is public before.</p>
      ) : null}
      {state === 'RETURNED' && returnedBy && returnedAt ? (
        <Told>
          <span className="block font-sans text-sm text-soft">
            Returned by {returnedBy}, {instantInWords(returnedAt)}
          </span>
          <span className="whitespace-pre-line">{returnReason}</span>
        </Told>
      ) : null}
      {draft.isOvertaken ? (
        <Told>
          What this amends was itself amended since it was written. Compared below is what stands now.
        </Told>
      ) : null}
      <Meanwhile draft={draft} />
    </>
  )
}
