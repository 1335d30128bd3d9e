import { EvidenceList } from '#components/commitments/update-evidence.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import type { PublishedUpdate } from '#lib/commitments/history.ts'
import { dateInWords, instantInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'

export const isGone = (update: PublishedUpdate) => Boolean(update.supersededById || update.withdrawnAt)

/** The place of another update: on this page, or on that of the commitment it belongs to. */
const place = ({ commitment }: PublishedUpdate, ref: string | null, id: string) =>
  `${ref && ref !== commitment.ref ? ref : ''}#update-${id}`

/** Updates that count, newest first, each with all it rests on. */
export function UpdateList({ updates }: { updates: PublishedUpdate[] }) {
  return (
    <ol className="divide-y divide-rule">
      {updates.map((update) => (
        <li key={update.id} id={`update-${update.id}`} className="grid gap-x-6 py-5 sm:grid-cols-[9rem_1fr]">
          <time dateTime={update.occurredOn} className="font-sans text-sm text-soft sm:pt-1">
            {dateInWords(update.occurredOn, update.precision)}
          </time>
          <UpdateBody update={update} />
        </li>
      ))}
    </ol>
  )
}

function UpdateBody({ update }: { update: PublishedUpdate }) {
  const headline = say(update.headline, 'en')
  const note = say(update.note, 'en')
  return (
    <div className="max-w-measure">
      <h3 lang={headline.language} className="mt-0 mb-1">
        {headline.text}
      </h3>
      <p className="flex flex-wrap items-center gap-x-3 font-sans text-sm text-soft">
        <StatusMark status={update.status} />
        <span>{update.party ? `for ${say(update.party.name, 'en').text}` : 'overall'}</span>
        <span>published {instantInWords(update.publishedAt)}</span>
      </p>
      {update.supersedesId ? (
        <p className="font-sans text-sm text-soft">
          Corrects <a href={place(update, update.supersedesRef, update.supersedesId)}>an earlier update</a>:{' '}
          {update.correctionReason}
        </p>
      ) : null}
      {note.text ? (
        <p lang={note.language} className="mt-2">
          {note.text}
        </p>
      ) : null}
      <EvidenceList evidence={update.evidence} />
    </div>
  )
}

/** Updates that no longer count, each with why, and with the one that replaced it. */
export function GoneList({ updates }: { updates: PublishedUpdate[] }) {
  return (
    <ol className="divide-y divide-rule">
      {updates.map((update) => (
        <li key={update.id} id={`update-${update.id}`} className="grid gap-x-6 py-5 sm:grid-cols-[9rem_1fr]">
          <time dateTime={update.occurredOn} className="font-sans text-sm text-soft sm:pt-1">
            {dateInWords(update.occurredOn, update.precision)}
          </time>
          <div>
            {update.supersededById ? (
              <p className="max-w-measure font-sans text-sm font-semibold">
                Corrected by{' '}
                <a href={place(update, update.supersededByRef, update.supersededById)}>a later update</a>.
              </p>
            ) : null}
            {update.withdrawnAt ? (
              <p className="max-w-measure font-sans text-sm font-semibold">
                Withdrawn {instantInWords(update.withdrawnAt)}: {update.withdrawnBecause}
              </p>
            ) : null}
            <UpdateBody update={update} />
          </div>
        </li>
      ))}
    </ol>
  )
}
