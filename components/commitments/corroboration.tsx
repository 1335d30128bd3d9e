import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { grades } from '#lib/updates/rules.ts'

/** How many say so independently, by name. */
export function Corroboration({ publishers, language }: { publishers: string[]; language: Language }) {
  const names = new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(publishers)
  return (
    <p className="mt-2 max-w-measure text-soft">
      {wordsOf(language, 'commitment')('corroborated', { count: publishers.length, names })}
    </p>
  )
}

/** What the grades mean and how publishers are counted: the rules of lib/updates/rules.ts in words. */
export function HowCounted({ language }: { language: Language }) {
  const t = wordsOf(language, 'commitment')
  return (
    <details className="my-3 max-w-measure font-sans text-sm text-soft">
      <summary>{t('counting')}</summary>
      <dl className="mt-2">
        {Object.entries(grades).map(([grade, { word, meaning }]) => (
          <div key={grade}>
            <dt className="inline font-semibold">{word[language]}</dt>{' '}
            <dd className="inline">{meaning[language]}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2">{t('independence')}</p>
    </details>
  )
}
