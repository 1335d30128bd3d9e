import { dateInWords, daysBetween } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { Silent } from '#lib/progress/read.ts'

type Props = { stale: Silent[]; on: string; language: Language; href: (path: string) => string }

/** Commitments without news for longer than their review interval, the longest silence first. */
export function StaleList({ stale, on, language, href }: Props) {
  const t = wordsOf(language, 'progress')
  return (
    <ul className="divide-y divide-rule">
      {stale.map((each) => {
        const title = say(each.title, language)
        return (
          <li key={each.ref} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
            <a href={href(`/commitments/${each.ref}`)} lang={title.language}>
              {title.text}
            </a>
            <span className="font-sans text-sm text-soft tabular-nums">
              {t('silent', {
                days: daysBetween(each.lastOn, on),
                since: dateInWords(each.lastOn, 'DAY', language),
                every: each.reviewEveryDays,
              })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
