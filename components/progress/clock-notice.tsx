import { type Clocks, dateInWords, dayOf, instantInWords } from '#lib/dates.ts'
import { gap, type Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = {
  language: Language
  clocks: Clocks
  today: string
  faults: string[]
  /** The page's address without clocks. */
  now: string
  /** Which clocks the page depends on. */
  by?: 'both' | 'known' | 'neither'
}

/** What was not understood, and which clock is set when it is not now. */
export function ClockNotice({ language, clocks, today, faults, now, by = 'both' }: Props) {
  const t = wordsOf(language, 'clocks')
  return (
    <>
      {faults.length ? (
        <div role="alert" className="mb-6 max-w-measure border-l-4 border-fault pl-4">
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
          <p className="text-soft">{t('asked')}</p>
        </div>
      ) : null}
      {clocks.isNow ? null : (
        <p className="mb-6 max-w-measure border-l-4 border-accent pl-4">
          {inWords({ language, clocks, today, by })}
          {gap(language)}
          <a className="no-print" href={`/${language}${now === '/' ? '' : now}`}>
            {t('back')}
          </a>
        </p>
      )}
    </>
  )
}

function inWords({
  language,
  clocks,
  today,
  by,
}: Required<Pick<Props, 'language' | 'clocks' | 'today' | 'by'>>) {
  const t = wordsOf(language, 'clocks')
  const on = dateInWords(clocks.on, 'DAY', language)
  const known = instantInWords(clocks.known, language)
  const standsToday = clocks.on === today
  const isKnownNow = dayOf(clocks.known) === today
  if (by === 'neither') return t('alwaysNow')
  if (by === 'known') return isKnownNow ? t('onIsNothing', { on }) : t('knew', { known })
  if (isKnownNow) return standsToday ? t('standsKnownNow') : t('stoodNow', { on })
  return standsToday ? t('standsNow', { known }) : t('stood', { on, known })
}
