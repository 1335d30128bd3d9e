import { EvidenceItem } from '#components/commitments/update-evidence.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import type { PublishedUpdate } from '#lib/commitments/history.ts'
import { dateInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'

/** Updates in short: what happened, where it leaves the commitment, and the first thing it rests on. */
export function LatestUpdates(props: { updates: PublishedUpdate[]; href: (path: string) => string }) {
  return (
    <ol className="divide-y divide-rule">
      {props.updates.map((update) => {
        const headline = say(update.headline, 'en')
        const title = say(update.commitment.title, 'en')
        // A quote speaks for itself, so it goes before a citation.
        const first = update.evidence.find((each) => each.exact) ?? update.evidence[0]
        return (
          <li key={update.id} className="grid gap-x-6 py-4 sm:grid-cols-[9rem_1fr]">
            <time dateTime={update.occurredOn} className="font-sans text-sm text-soft sm:pt-1">
              {dateInWords(update.occurredOn, update.precision)}
            </time>
            <div className="max-w-measure">
              <a
                href={`${props.href(`/commitments/${update.commitment.ref}`)}#update-${update.id}`}
                lang={headline.language}
                className="text-lg leading-snug"
              >
                {headline.text}
              </a>
              <p className="flex flex-wrap items-center gap-x-3 font-sans text-sm text-soft">
                <StatusMark status={update.status} />
                <span>{update.party ? `for ${say(update.party.name, 'en').text}` : 'overall'}</span>
                <span lang={title.language}>
                  {update.commitment.ref}, {title.text}
                </span>
              </p>
              {first ? <EvidenceItem evidence={first} /> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
