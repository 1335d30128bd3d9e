import { StatusMark } from '#components/ui/status-mark.tsx'
import type { PublishedUpdate } from '#lib/commitments/history.ts'
import type { CommitmentLine } from '#lib/commitments/read.ts'
import { dateInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import { inForce } from '#lib/progress/rules.ts'

/** Each party's own status beside the others'. */
export function Sides({ line, updates }: { line: CommitmentLine; updates: PublishedUpdate[] }) {
  const { byParty } = inForce(line.updates)
  return (
    <section>
      <h2>Side by side</h2>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {line.parties.map((party) => {
          const name = say(party.name, 'en')
          const own = byParty.get(party.id)
          const headline = say(updates.find(({ id }) => id === own?.id)?.headline ?? {}, 'en')
          return (
            <div key={party.id} className="border-t border-edge pt-3">
              <h3 lang={name.language} className="mt-0">
                {name.text}
              </h3>
              {own ? (
                <>
                  <StatusMark status={own.status} />
                  <p>
                    <a href={`#update-${own.id}`} lang={headline.language}>
                      {headline.text}
                    </a>
                    <span className="font-sans text-sm text-soft">
                      , {dateInWords(own.occurredOn, own.precision)}
                    </span>
                  </p>
                </>
              ) : (
                <p className="text-soft">
                  No update speaks of this side alone. That is left empty rather than guessed from the overall
                  status.
                </p>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}
