import { Changes } from '#components/articles/changes.tsx'
import type { Change } from '#lib/articles/changes.ts'
import { instantInWords } from '#lib/dates.ts'

type Props = { amendments: { seq: number; at: Date; changes: Change[] }[] }

/** How the text of a commitment was amended, each time beside what it said before. */
export function WordingHistory({ amendments }: Props) {
  if (amendments.length === 0) return null
  return (
    <section>
      <h2>History of the text</h2>
      {amendments.map(({ seq, at, changes }) => (
        <details key={seq} className="border-t border-rule py-3">
          <summary>
            Amended {instantInWords(at)}{' '}
            <span className="font-sans text-sm text-soft">(ledger entry {seq})</span>
          </summary>
          <div className="mt-3">
            <Changes changes={changes} language="en" />
          </div>
        </details>
      ))}
    </section>
  )
}
