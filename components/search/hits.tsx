import { StatusMark } from '#components/ui/status-mark.tsx'
import { dateInWords } from '#lib/dates.ts'
import { type Language, languageOf } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { Hit } from '#lib/search/read.ts'

type Props = { hits: Hit[]; first: number; language: Language; href: (path: string) => string }

export function Hits({ hits, first, language, href }: Props) {
  return (
    <ol start={first} className="divide-y divide-rule border-y border-rule">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.subjectId}`} className="py-4">
          <p className="font-sans text-sm text-soft">
            {kindOf(hit, language)}
            {hit.day ? ` · ${dateInWords(hit.day, 'DAY', language)}` : ''}
            {hit.publisher ? (
              <>
                {' '}
                · <bdi>{hit.publisher}</bdi>
              </>
            ) : null}
          </p>
          <a href={`${href(pathOf(hit))}${fragmentOf(hit)}`}>
            {partsOf(hit.title, language).map((part, at) => (
              <span key={part} lang={hit.language ?? languageOf(part)}>
                {at ? ' / ' : ''}
                <Marked text={part} />
              </span>
            ))}
          </a>{' '}
          {hit.status ? <StatusMark status={hit.status} language={language} /> : null}
          {hit.passage ? (
            <p lang={hit.language ?? languageOf(hit.passage)} className="mt-1 max-w-measure">
              <Marked text={hit.passage} />
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** A title in the reader's language; in the other beside it where only that one has the words. */
function partsOf(title: string, language: Language): string[] {
  const parts = title.split(' / ')
  const own = parts.filter((part) => languageOf(part) === language)
  if (own.length === 0 || own.length === parts.length) return [title]
  const hasWords = own.some((part) => part.includes('\ue000')) || !title.includes('\ue000')
  return hasWords ? [own.join(' / ')] : [own.join(' / '), ...parts.filter((part) => !own.includes(part))]
}

function kindOf({ kind, ref }: Hit, language: Language): string {
  const t = wordsOf(language, 'search')
  if (kind === 'UPDATE') return t('update', { ref: ref ?? '' })
  if (kind === 'COMMITMENT') return t('commitment')
  if (kind === 'EXCERPT') return t('excerpt')
  return kind === 'ARTICLE' ? t('article') : t('summit')
}

function pathOf({ kind, ref, parentId, subjectId }: Hit): string {
  if (kind === 'SUMMIT') return `/summits/${ref}`
  if (kind === 'ARTICLE') return `/articles/${subjectId}`
  return kind === 'EXCERPT' ? `/articles/${parentId}` : `/commitments/${ref}`
}

function fragmentOf({ kind, subjectId }: Hit): string {
  if (kind === 'EXCERPT') return `#excerpt-${subjectId}`
  return kind === 'UPDATE' ? `#update-${subjectId}` : ''
}

function Marked({ text }: { text: string }) {
  return text.split(/(\ue000[^\ue001]*\ue001)/).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, drawn once
    at % 2 ? <mark key={at}>{part.slice(1, -1)}</mark> : part,
  )
}
