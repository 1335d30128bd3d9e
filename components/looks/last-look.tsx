import { instantInWords } from '#lib/dates.ts'
import { type LookOutcome, outcomes } from '#lib/looks/rules.ts'

/** What the live page was found to be, in a sentence. */
export function LastLook({ look }: { look: { at: Date; outcome: LookOutcome } | null }) {
  if (!look) return null
  return (
    <p className="mt-4 max-w-measure font-sans text-sm">
      {outcomes[look.outcome]} <span className="text-soft">(looked at {instantInWords(look.at)})</span>.
    </p>
  )
}
