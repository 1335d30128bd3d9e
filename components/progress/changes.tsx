import { StatusMark } from '#components/ui/status-mark.tsx'
import { type Clocks, dateInWords, dayOf } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { ChangesSince, ProgressChange } from '#lib/progress/changes.ts'

type Href = (path: string, more?: Record<string, string>) => string
type Props = { week: ChangesSince; month: ChangesSince; clocks: Clocks; language: Language; href: Href }

/** What changed in a week and in the month before it: what happened, and what was taken back. */
export function Changes({ week, month, clocks, language, href }: Props) {
  const t = wordsOf(language, 'changes')
  const on = dateInWords(clocks.on, 'DAY', language)
  const known = dateInWords(dayOf(clocks.known), 'DAY', language)
  return (
    <section>
      <h2>{t('title')}</h2>
      <p className="max-w-measure text-soft">
        {on === known ? t('means', { on }) : t('meansApart', { on, known })}
      </p>
      <h3>{t(clocks.isNow ? 'week' : 'weekThen')}</h3>
      <List lately={week} language={language} href={href} />
      <h3>{t(clocks.isNow ? 'month' : 'monthThen')}</h3>
      <List lately={month} language={language} href={href} />
    </section>
  )
}

function List({ lately, language, href }: { lately: ChangesSince; language: Language; href: Href }) {
  const t = wordsOf(language, 'changes')
  const { changes, hasMore, since, until } = lately
  if (changes.length === 0) return <p className="text-soft">{t('nothing')}</p>
  const search = href('/search', { kind: 'UPDATE', from: since, to: until })
  return (
    <>
      <ul className="divide-y divide-rule">
        {changes.map((change) => (
          <Line key={`${change.kind} ${change.id}`} change={change} language={language} href={href} />
        ))}
      </ul>
      {hasMore ? (
        <p className="mt-2">
          {t.rich('more', {
            updates: (text) => <a href={search}>{text}</a>,
            corrections: (text) => <a href={href('/corrections')}>{text}</a>,
          })}
        </p>
      ) : null}
    </>
  )
}

function Line({ change, language, href }: { change: ProgressChange; language: Language; href: Href }) {
  const t = wordsOf(language, 'changes')
  const { kind, id, day, precision, ref, party, headline, status, before } = change
  const said = say(headline, language)
  return (
    <li className="grid gap-x-6 py-2 sm:grid-cols-[9rem_1fr]">
      <time dateTime={day} className="font-sans text-sm text-soft sm:pt-0.5">
        {dateInWords(day, precision, language)}
      </time>
      <div className="max-w-measure">
        {kind === 'update' ? null : <strong>{t(kind)} </strong>}
        <a href={`${href(`/commitments/${ref}`)}#update-${id}`} lang={said.language}>
          {said.text}
        </a>
        <p className="flex flex-wrap items-center gap-x-2 font-sans text-sm text-soft">
          {kind === 'update' && before && before !== status ? (
            <>
              <StatusMark status={before} language={language} />
              <span aria-hidden>→</span>
              <span className="sr-only">{t('becomes')}</span>
            </>
          ) : null}
          <StatusMark status={status} language={language} />
          <span>
            {ref}
            {party ? ` · ${say(party, language).text}` : ''}
          </span>
        </p>
      </div>
    </li>
  )
}
