import { Import, Nearest } from '#app/desk/articles/[id]/import.tsx'
import { quote } from '#app/desk/articles/actions.ts'
import { ArticleBody } from '#components/articles/body.tsx'
import { MarginNote } from '#components/excerpts/margin.tsx'
import { QuoteForm } from '#components/excerpts/quote-form.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import { longestQuote } from '#lib/excerpts/input.ts'
import { type ArticleView, listDraftsOn, type SnapshotView } from '#lib/excerpts/read.ts'
import type { Fields } from '#lib/forms/state.ts'
import { listParties } from '#lib/parties/read.ts'

type Props = { viewer: Member; article: ArticleView; snapshot: SnapshotView; asked: Asked; values: Fields }
type Asked = Record<string, string | string[]>

/** The archived text with what rests on each excerpt beside it, and the form that quotes a further one. */
export async function Reading({ viewer, article, snapshot, asked, values }: Props) {
  const [parties, drafts] = await Promise.all([listParties(viewer), listDraftsOn(viewer, article.id)])
  const notes = new Map(
    snapshot.excerpts.map((each, at) => [
      each.id,
      <MarginNote
        key={each.id}
        excerpt={each}
        number={at + 1}
        desk={{ drafts: drafts.get(each.id) ?? [] }}
      />,
    ]),
  )
  return (
    <div className="flow-root">
      <h2 className="sr-only">The archived text</h2>
      <p className="mt-8 mb-6 max-w-measure font-sans text-sm text-soft">
        {snapshot.excerpts.length === 0 ? 'Nothing is quoted yet. ' : ''}
        Select a passage, or choose a sentence with j and k, and press h to quote it; or{' '}
        <a href="#quote">paste its exact words</a>.
      </p>
      <ArticleBody
        text={snapshot.text ?? ''}
        layout={snapshot.layout}
        language={article.language}
        excerpts={snapshot.excerpts}
        note={(id) => notes.get(id)}
        isFocusable
      />
      <div className="mt-10 space-y-6">
        {typeof asked.meant === 'string' ? <Nearest meant={asked.meant} language={article.language} /> : null}
        <QuoteForm
          action={quote}
          values={{ ...prefilled(asked, snapshot.text ?? ''), ...values }}
          snapshotId={snapshot.id}
          requestKey={crypto.randomUUID()}
          parties={parties}
        />
        <Import snapshotId={snapshot.id} />
      </div>
    </div>
  )
}

/** What an address asks to be quoted: words selected elsewhere, or a passage of this text. The form checks either. */
function prefilled({ quote, from, to }: Asked, text: string): Fields {
  if (typeof quote === 'string') return { exact: quote.slice(0, longestQuote) }
  const [start, end] = [Number(from ?? Number.NaN), Number(to ?? Number.NaN)]
  if (!(start >= 0 && end > start && end <= text.length)) return {}
  return { exact: text.slice(start, Math.min(end, start + longestQuote)), start: String(start) }
}
