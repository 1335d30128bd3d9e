import { claim, release } from '#app/desk/drafts/actions.ts'
import { Act } from '#components/ui/act.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import { instantInWords } from '#lib/dates.ts'
import type { ReviewView } from '#lib/review/read.ts'

type Props = { viewer: Member; id: string; taken: ReviewView['claim'] }

/** Who has taken it to review: one reviewer at a time, which keeps nobody else from acting. */
export function Claimed({ viewer, id, taken }: Props) {
  if (!taken) return <Act id={id} label="Take it to review" action={claim} />
  if (taken.reviewer.id === viewer.id)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p>You took it to review.</p>
        <Act id={id} label="Give it back" action={release} />
      </div>
    )
  return (
    <p>
      {taken.reviewer.name} took it to review, {instantInWords(taken.claimedAt)}. You may still act on it.
    </p>
  )
}
