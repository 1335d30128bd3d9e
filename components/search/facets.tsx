import type { Counted } from '#lib/search/read.ts'
import { type Facet, facets, type Search } from '#lib/search/rules.ts'

const names: Record<Facet, string> = {
  kind: 'Kind',
  area: 'Area',
  party: 'Party',
  status: 'Status',
  language: 'Language of the source',
  publisher: 'Publisher',
}

type Props = { counted: Counted[]; search: Search; href: (changed: Partial<Search>) => string }

/** What was found, counted by its sorts; each count is a link that keeps only those, or takes that back. */
export function Facets({ counted, search, href }: Props) {
  return (
    <nav aria-label="Narrow it down" className="no-print font-sans text-sm">
      {facets.map((facet) => {
        const rows = counted.filter((each) => each.facet === facet)
        return rows.length ? (
          <section key={facet} className="mb-5">
            <h2 className="m-0 text-sm">{names[facet]}</h2>
            <ul>
              {rows.map(({ value, label, count }) => (
                <li key={value}>
                  {search[facet] === value ? (
                    <a
                      href={href({ [facet]: '' })}
                      aria-current="true"
                      className="inline-block py-0.5 font-semibold"
                    >
                      {label} <span className="font-normal">(show all)</span>
                    </a>
                  ) : (
                    <a href={href({ [facet]: value })} className="inline-block py-0.5">
                      {label}
                    </a>
                  )}{' '}
                  <span className="text-soft">{count.toLocaleString('en')}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null
      })}
    </nav>
  )
}
