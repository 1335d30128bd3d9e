import { StatusMark } from '#components/ui/status-mark.tsx'
import { dateInWords } from '#lib/dates.ts'
import { type Localised, say } from '#lib/languages.ts'
import { type Bearing, bearings, type Status } from '#lib/updates/rules.ts'

type Resting = {
  id: string
  ref: string
  headline: Localised
  status: Status
  occurredOn: string
  occurredPrecision: 'DAY' | 'MONTH' | 'YEAR'
  bearing: Bearing
  locator: string | null
}

/** The published updates that rest on a passage or a document. */
export function RestingOn({ updates }: { updates: Resting[] }) {
  if (updates.length === 0)
    return <p className="mt-2 font-sans text-sm text-soft">No published update rests on it yet.</p>
  return (
    <ul className="mt-2 max-w-measure space-y-1.5 font-sans text-sm">
      {updates.map((update) => {
        const headline = say(update.headline, 'en')
        return (
          <li key={`${update.id} ${update.bearing}`}>
            <span className="text-soft">{bearings[update.bearing]} </span>
            <a href={`/commitments/${update.ref}#update-${update.id}`} lang={headline.language}>
              {update.ref}: {headline.text}
            </a>{' '}
            <span className="text-soft">
              ({dateInWords(update.occurredOn, update.occurredPrecision)}
              {update.locator ? `, ${update.locator}` : ''})
            </span>{' '}
            <StatusMark status={update.status} />
          </li>
        )
      })}
    </ul>
  )
}
