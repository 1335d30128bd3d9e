import { StatusMark } from '#components/ui/status-mark.tsx'
import { dateInWords, dayOf } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import type { UpdateLine } from '#lib/updates/read.ts'

type Props = { updates: UpdateLine[]; under: '/desk/updates' | '/desk/review' }

/** Updates that wait, one to a line. */
export function UpdateList({ updates, under }: Props) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {updates.map((update) => (
        <li key={update.id} className="py-3">
          <Line update={update} under={under} />
        </li>
      ))}
    </ul>
  )
}

export function Line({ update, under }: { update: UpdateLine; under: Props['under'] }) {
  const { text, language } = say(update.headline, 'en')
  const { commitment, party, author, occurredOn, occurredPrecision } = update
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a href={`${under}/${update.id}`} lang={language}>
          {text}
        </a>
        <StatusMark status={update.status} />
      </p>
      <p className="font-sans text-sm text-soft">
        {commitment.ref}
        {party ? `, ${party.code}` : ''} · {dateInWords(dayOf(occurredOn), occurredPrecision)} · {author.name}
        {update.supersedesId ? ' · a correction' : ''}
      </p>
      {update.state === 'RETURNED' ? (
        <p className="mt-1 max-w-measure border-l-2 border-edge pl-3 whitespace-pre-line">
          {update.returnReason}
        </p>
      ) : null}
    </>
  )
}
