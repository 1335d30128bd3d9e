import { dateInWords, daysBetween } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import type { Silent } from '#lib/progress/read.ts'

/** Commitments without news for longer than their review interval, the longest silence first. */
export function StaleList(props: { stale: Silent[]; on: string; href: (path: string) => string }) {
  return (
    <ul className="divide-y divide-rule">
      {props.stale.map((each) => {
        const title = say(each.title, 'en')
        return (
          <li key={each.ref} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
            <a href={props.href(`/commitments/${each.ref}`)} lang={title.language}>
              {title.text}
            </a>
            <span className="font-sans text-sm text-soft tabular-nums">
              silent for {daysBetween(each.lastOn, props.on).toLocaleString('en-GB')} days, since{' '}
              {dateInWords(each.lastOn)}; review every {each.reviewEveryDays}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
