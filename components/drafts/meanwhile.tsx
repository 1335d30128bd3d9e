import type { ReactNode } from 'react'
import type { DraftInFull } from '#lib/review/read.ts'

/** Something that whoever opens a draft is told of it. */
export function Told({ children }: { children: ReactNode }) {
  return <p className="mt-4 max-w-measure border-l-2 border-accent pl-4">{children}</p>
}

type Props = { draft: Pick<DraftInFull, 'kind' | 'state' | 'subjectId' | 'fields' | 'merged'> }

/** What a correction corrects; and the way on where the commitment was merged into another. */
export function Meanwhile({ draft: { kind, state, subjectId, fields, merged } }: Props) {
  const isCorrection = kind === 'UPDATE' && subjectId !== null && state !== 'PUBLISHED'
  const otherwise =
    state === 'SUBMITTED'
      ? `returned to its author, it can be submitted for ${merged?.into} instead.`
      : `choose ${merged?.into} as its commitment, and it can be submitted.`
  return (
    <>
      {isCorrection ? (
        <Told>
          Corrects <a href={`/desk/updates/${subjectId}`}>what was published</a>: {fields.correctionReason}
        </Told>
      ) : null}
      {merged ? (
        <Told>
          {merged.ref} was merged into {merged.into} meanwhile. Nothing of this draft is lost:{' '}
          {isCorrection ? <ForCorrection into={merged.into} corrects={subjectId} /> : null}
          {kind === 'UPDATE' && !isCorrection ? otherwise : null}
          {kind === 'UPDATE' ? null : (
            <>
              it stays here to copy from, and what is to change is now said of{' '}
              <a href={`/desk/commitments/${merged.into}`}>{merged.into}</a>.
            </>
          )}
        </Told>
      ) : null}
    </>
  )
}

// A correction keeps to the commitment of what it corrects; the merge has published that again with the other.
function ForCorrection({ into, corrects }: { into: string; corrects: string }) {
  return (
    <>
      it stays here to copy from, but cannot be submitted. The update that it corrects was published again for{' '}
      {into}: <a href={`/desk/updates/${corrects}`}>go on from it to the newer one</a>, and correct that.
    </>
  )
}
