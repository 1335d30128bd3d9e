import { Wide } from '#components/ui/wide.tsx'
import { instantInWords } from '#lib/dates.ts'
import type { EntryLine } from '#lib/ledger/read.ts'

const kinds: Record<EntryLine['kind'], string> = {
  SUMMIT_RECORDED: 'Summit recorded',
  SUMMIT_AMENDED: 'Summit amended',
  COMMITMENT_RECORDED: 'Commitment recorded',
  COMMITMENT_AMENDED: 'Commitment amended',
  UPDATE_PUBLISHED: 'Update published',
  UPDATE_CORRECTED: 'Update corrected',
  UPDATE_WITHDRAWN: 'Update withdrawn',
}

function subjectOf({ ref, slug, updateId }: EntryLine): { href: string; label: string } | null {
  if (ref) return { href: `/commitments/${ref}${updateId ? `#update-${updateId}` : ''}`, label: ref }
  return slug ? { href: `/summits/${slug}`, label: slug } : null
}

/** Ledger entries in rows; the whole hash stands in the title. */
export function Entries({ entries }: { entries: EntryLine[] }) {
  return (
    <Wide label="Ledger entries">
      <table className="w-full">
        <thead>
          <tr className="border-b border-edge text-left">
            <th scope="col" className="py-1.5 pr-4 text-right">
              No.
            </th>
            <th scope="col" className="py-1.5 pr-4">
              What
            </th>
            <th scope="col" className="py-1.5 pr-4">
              About
            </th>
            <th scope="col" className="py-1.5 pr-4">
              When
            </th>
            <th scope="col" className="py-1.5">
              Hash
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const subject = subjectOf(entry)
            return (
              <tr key={entry.seq} id={`entry-${entry.seq}`} className="border-b border-rule">
                <td className="py-1.5 pr-4 text-right">{entry.seq}</td>
                <td className="py-1.5 pr-4">{kinds[entry.kind]}</td>
                <td className="py-1.5 pr-4 whitespace-nowrap">
                  {subject ? <a href={subject.href}>{subject.label}</a> : '–'}
                </td>
                <td className="py-1.5 pr-4">{instantInWords(entry.at)}</td>
                <td className="py-1.5">
                  <code title={entry.hash}>{entry.hash.slice(0, 12)}…</code>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Wide>
  )
}
