import { dateInWords, daysBetween } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { StaleLine } from '#lib/progress/read.ts'

type Href = (path: string, more?: Record<string, string>) => string
type Props = { longest: StaleLine[]; total: number; of: number; on: string; language: Language; href: Href }

/** How many commitments had no news for longer than their review interval, and the longest of these silences. */
export function StaleList({ longest, total, of, on, language, href }: Props) {
  const t = wordsOf(language, 'dashboard')
  return (
    <section>
      <h2>{t('stale')}</h2>
      <p className="mb-2 max-w-measure">
        {total ? t('staleCount', { stale: total, total: of }) : t('noneStale')}
      </p>
      <ul className="divide-y divide-rule">
        {longest.map((each) => (
          <Silence key={each.ref} silent={each} on={on} language={language} href={href} />
        ))}
      </ul>
      {total > longest.length ? (
        <a href={href('/commitments', { sort: 'silence' })}>{t('allStale')}</a>
      ) : null}
    </section>
  )
}

function Silence({
  silent,
  on,
  language,
  href,
}: Pick<Props, 'on' | 'language' | 'href'> & { silent: StaleLine }) {
  const title = say(silent.title, language)
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
      <a href={href(`/commitments/${silent.ref}`)} lang={title.language}>
        {title.text}
      </a>
      <span className="font-sans text-sm text-soft tabular-nums">
        {wordsOf(language, 'progress')('silent', {
          days: daysBetween(silent.lastOn, on),
          since: dateInWords(silent.lastOn, 'DAY', language),
          every: silent.reviewEveryDays,
        })}
      </span>
    </li>
  )
}
