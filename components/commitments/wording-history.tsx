import { Changes } from '#components/articles/changes.tsx'
import type { Change } from '#engines/text/word-diff.ts'
import { instantInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { amendments: { seq: number; at: Date; changes: Change[] }[]; language: Language }

/** How the text of a commitment was amended, each time beside what it said before. */
export function WordingHistory({ amendments, language }: Props) {
  if (amendments.length === 0) return null
  const t = wordsOf(language, 'commitment')
  return (
    <section>
      <h2>{t('history')}</h2>
      {amendments.map(({ seq, at, changes }) => (
        <details key={seq} className="border-t border-rule py-3">
          <summary>
            {t('amended', { at: instantInWords(at, language) })}{' '}
            <span className="font-sans text-sm text-soft">{t('entry', { seq: String(seq) })}</span>
          </summary>
          <div className="mt-3">
            <Changes changes={changes} language="en" reader={language} />
          </div>
        </details>
      ))}
    </section>
  )
}
