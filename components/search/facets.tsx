import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { FacetCount } from '#lib/search/read.ts'
import { facets, facetValue, type Search } from '#lib/search/rules.ts'

type Props = {
  counted: FacetCount[]
  search: Search
  language: Language
  href: (changed: Partial<Search>) => string
}

/** What was found, counted by its sorts; each count is a link that keeps only those, or takes that back. */
export function Facets({ counted, search, language, href }: Props) {
  const t = wordsOf(language, 'search')
  const number = new Intl.NumberFormat(language)
  const labelOf = ({ facet, value, name }: FacetCount) =>
    name ? say(name, language).text : facetValue(facet, value, language)
  return (
    <nav aria-label={t('narrow')} className="no-print font-sans text-sm">
      {facets.map((facet) => {
        const rows = counted.filter((each) => each.facet === facet)
        return rows.length ? (
          <section key={facet} className="mb-5">
            <h2 className="m-0 text-sm">{t(facet)}</h2>
            <ul>
              {rows.map((row) => (
                <li key={row.value}>
                  {search[facet] === row.value ? (
                    <a
                      href={href({ [facet]: '' })}
                      aria-current="true"
                      className="inline-block py-0.5 font-semibold"
                    >
                      {labelOf(row)} <span className="font-normal">{t('showAll')}</span>
                    </a>
                  ) : (
                    <a href={href({ [facet]: row.value })} className="inline-block py-0.5">
                      {labelOf(row)}
                    </a>
                  )}{' '}
                  <span className="text-soft">{number.format(row.count)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null
      })}
    </nav>
  )
}
