import { InLanguage } from '#components/ui/in-language.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { dateInWords } from '#lib/dates.ts'
import type { Language, Localised } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
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
type Props = { updates: Resting[]; language?: Language; href?: (path: string) => string }

/** The published updates that rest on a passage or a document. */
export function CitedBy({ updates, language = 'en', href = (path) => path }: Props) {
  const t = wordsOf(language, 'sources')
  if (updates.length === 0) return <p className="mt-2 font-sans text-sm text-soft">{t('noUpdate')}</p>
  return (
    <ul className="mt-2 max-w-measure space-y-1.5 font-sans text-sm">
      {updates.map((update) => {
        const date = dateInWords(update.occurredOn, update.occurredPrecision, language)
        return (
          <li key={`${update.id} ${update.bearing}`}>
            <span className="text-soft">{bearings[update.bearing][language]} </span>
            <a href={`${href(`/commitments/${update.ref}`)}#update-${update.id}`}>
              {t.rich('about', {
                ref: update.ref,
                title: () => <InLanguage text={update.headline} language={language} />,
              })}
            </a>{' '}
            <span className="text-soft">
              {update.locator ? t('datedAt', { date, locator: update.locator }) : t('dated', { date })}
            </span>{' '}
            <StatusMark status={update.status} language={language} />
          </li>
        )
      })}
    </ul>
  )
}
