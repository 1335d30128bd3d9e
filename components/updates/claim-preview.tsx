import { StatusMark } from '#components/ui/status-mark.tsx'
import { asTyped } from '#lib/dates.ts'
import type { Fields } from '#lib/forms/state.ts'
import type { CommitmentChoice } from '#lib/updates/choices.ts'
import { publicSentence, type Status, statuses } from '#lib/updates/rules.ts'

const isStatus = (text: string | undefined): text is Status =>
  text !== undefined && Object.hasOwn(statuses, text)

/** The status that stands beside the new one, and the sentence that readers would see. */
export function ClaimPreview({ typed, chosen }: { typed: Fields; chosen: CommitmentChoice | undefined }) {
  const status = isStatus(typed.status) ? typed.status : null
  return (
    <section aria-label="Preview" className="max-w-measure border-l-4 border-rule py-1 pl-4">
      <p className="font-sans text-sm text-soft">As readers will see it</p>
      {chosen ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-2">
          <span className="font-sans text-sm text-soft">
            {typed.partyId ? 'For this party' : 'Overall'} now:
          </span>
          <StatusMark status={chosen.standing[typed.partyId ?? ''] ?? null} />
          {status ? (
            <>
              <span aria-hidden>→</span>
              <span className="sr-only">becomes</span>
              <StatusMark status={status} />
            </>
          ) : null}
        </p>
      ) : null}
      <p className="mt-1" aria-live="polite">
        {sentenceOf(typed, chosen, status) ?? (
          <span className="text-soft">
            The public sentence stands here once there is a commitment, a status, a date and a headline.
          </span>
        )}
      </p>
    </section>
  )
}

function sentenceOf(
  typed: Fields,
  chosen: CommitmentChoice | undefined,
  status: Status | null,
): string | null {
  const occurred = asTyped(typed.occurred?.trim() ?? '')
  const headline = { en: typed['headline.en'] ?? '', zh: typed['headline.zh'] ?? '' }
  if (!chosen || !status || !occurred || !(headline.en.trim() || headline.zh.trim())) return null
  const party = chosen.parties.find((each) => each.id === typed.partyId)?.name ?? null
  return publicSentence({ ref: chosen.ref, party, status, ...occurred, headline })
}
