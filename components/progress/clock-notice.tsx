import { type Clocks, dateInWords, dayOf, instantInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { language: Language; clocks: Clocks; today: string; faults: string[]; now: string }

/** What was not understood, and which clock is set when it is not now. */
export function ClockNotice({ language, clocks, today, faults, now }: Props) {
  const t = wordsOf(language, 'clocks')
  const on = dateInWords(clocks.on, 'DAY', language)
  const known = instantInWords(clocks.known, language)
  const standsToday = clocks.on === today
  const said =
    dayOf(clocks.known) === today
      ? standsToday
        ? t('standsKnownNow')
        : t('stoodNow', { on })
      : standsToday
        ? t('standsNow', { known })
        : t('stood', { on, known })
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
          {said} <a href={`/${language}${now === '/' ? '' : now}`}>{t('back')}</a>
        </p>
      )}
    </>
  )
}
