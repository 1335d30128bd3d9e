import { EvidenceItem } from '#components/commitments/update-evidence.tsx'
import { InLanguage } from '#components/ui/in-language.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { dateInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { PublishedUpdate } from '#lib/updates/public.ts'

type Props = {
  updates: PublishedUpdate[]
  isNow: boolean
  language: Language
  href: (path: string) => string
}

/** Updates in short: what happened, where it leaves the commitment, and the first thing it rests on. */
export function LatestUpdates({ updates, isNow, language, href }: Props) {
  const t = wordsOf(language, 'dashboard')
  return (
    <section>
      <h2>{t('updates')}</h2>
      {updates.length ? null : <p className="text-soft">{t(isNow ? 'noUpdates' : 'noUpdatesThen')}</p>}
      <ol className="divide-y divide-rule">
        {updates.map((update) => {
          const title = say(update.commitment.title, language)
          // A quote speaks for itself, so it goes before a citation.
          const first = update.evidence.find((each) => each.exact) ?? update.evidence[0]
          return (
            <li key={update.id} className="grid gap-x-6 py-4 sm:grid-cols-[9rem_1fr]">
              <time dateTime={update.occurredOn} className="font-sans text-sm text-soft sm:pt-1">
                {dateInWords(update.occurredOn, update.precision, language)}
              </time>
              <div className="max-w-measure">
                <a
                  href={`${href(`/commitments/${update.commitment.ref}`)}#update-${update.id}`}
                  className="text-lg leading-snug"
                >
                  <InLanguage text={update.headline} language={language} />
                </a>
                <p className="flex flex-wrap items-center gap-x-3 font-sans text-sm text-soft">
                  <StatusMark status={update.status} language={language} />
                  <span>
                    {update.party
                      ? t('forParty', { party: say(update.party.name, language).text })
                      : t('overall')}
                  </span>
                  <span lang={title.language}>
                    {update.commitment.ref}
                    {language === 'zh' ? '，' : ', '}
                    {title.text}
                  </span>
                </p>
                {first ? <EvidenceItem evidence={first} language={language} href={href} /> : null}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
