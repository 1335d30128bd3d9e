import { ScrollBox } from '#components/ui/scroll-box.tsx'
import { instantInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import type { EntryLine } from '#lib/ledger/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { entries: EntryLine[]; language?: Language; href?: (path: string) => string }

/** Ledger entries in rows; the whole hash stands in the title. */
export function Entries({ entries, language = 'en', href = (path) => path }: Props) {
  const t = wordsOf(language, 'entries')
  return (
    <ScrollBox label={t('table')}>
      <table className="facts entries">
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            {(['what', 'about', 'when', 'hash'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq} id={`entry-${entry.seq}`}>
              <td>{entry.seq}</td>
              <td>{t(entry.kind)}</td>
              <td>
                <Subject {...{ entry, href }} />
              </td>
              <td>{instantInWords(entry.at, language)}</td>
              <td>
                <code title={entry.hash}>{entry.hash.slice(0, 12)}…</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Subject({ entry, href }: { entry: EntryLine; href: (path: string) => string }) {
  const { ref, slug, area, party, updateId } = entry
  if (ref) return <a href={`${href(`/commitments/${ref}`)}${updateId ? `#update-${updateId}` : ''}`}>{ref}</a>
  if (slug) return <a href={href(`/summits/${slug}`)}>{slug}</a>
  return area ?? party ?? '–'
}
