import { type CitationFormat, type Cited, citationFormats } from '#lib/citations/rules.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { cited: Cited; language: Language; path: (format: CitationFormat) => string }

/** A citation in every format: one click selects a whole one, and each can be downloaded. */
export function Citations({ cited, language, path }: Props) {
  const t = wordsOf(language, 'citations')
  const each = Object.entries(citationFormats).map(([format, { name, write }]) => (
    <section key={format}>
      <h2 className="flex flex-wrap items-baseline justify-between gap-x-4">
        {name}
        <a href={path(format as CitationFormat)} download className="no-print font-sans text-sm font-normal">
          {t.rich('download', { format: () => <span className="sr-only">{t('as', { name })}</span> })}
        </a>
      </h2>
      <pre
        lang={cited.language}
        className="max-w-page select-all whitespace-pre-wrap rounded border border-rule bg-leaf px-4 py-3 font-mono text-sm [overflow-wrap:anywhere]"
      >
        {write(cited).trim()}
      </pre>
    </section>
  ))
  return (
    <>
      <p className="mt-2 max-w-measure text-soft">{t('select')}</p>
      {each}
    </>
  )
}
