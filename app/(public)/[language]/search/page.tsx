import type { Metadata } from 'next'
import { languageOf, type Params, type Query, readPageRequest, refuse } from '#app/(public)/request-params.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Facets } from '#components/search/facets.tsx'
import { Hits } from '#components/search/hits.tsx'
import { SearchForm } from '#components/search/search-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type SearchAnswer, searchEverything } from '#lib/search/read.ts'
import { hitsPerPage, readSearch, type Search, searchParameters } from '#lib/search/rules.ts'

type Props = { params: Params; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const language = await languageOf(params)
  return titled(wordsOf(language, 'search')('title'), language)
}

export default async function SearchPage({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readPageRequest(params, searchParams)
  const { search, faults } = readSearch(read.asked, read.language)
  const page = refuse(read, faults)
  const { clocks, language } = page
  const t = wordsOf(language, 'search')
  const found = await searchEverything(viewer, clocks, search)
  if (search.page > found.pages) setAnswerStatus(404)
  const carried = searchParameters(search)
  const query = new URLSearchParams(carried).toString()
  const href = (changed: Partial<Search>) => page.href('/search', searchParameters({ ...search, ...changed }))
  return (
    <StaticMarkup>
      <ClockNotice {...page} now={`/search${query && `?${query}`}`} />
      <h1>{said(found, search, language)}</h1>
      {found.isAlike && found.total ? (
        <p className="mt-3 max-w-measure">
          {found.instead
            ? t('instead', { q: search.q, instead: found.instead })
            : t('alike', { q: search.q })}
        </p>
      ) : null}
      {found.isMore ? <p className="mt-3 max-w-measure text-soft">{t('more')}</p> : null}
      <SearchForm search={search} language={language} asked={clocks.isNow ? {} : page.asked} />
      {found.total === 0 ? (
        <Empty act={<ButtonLink href={page.href('/search')}>{t('withoutFilters')}</ButtonLink>}>
          {t('empty')}
        </Empty>
      ) : (
        <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_15rem]">
          <div>
            <Hits
              hits={found.hits}
              first={(search.page - 1) * hitsPerPage + 1}
              language={language}
              href={page.href}
            />
            <Pager
              language={language}
              page={search.page}
              pages={found.pages}
              href={(to) => page.href('/search', { ...carried, ...(to > 1 ? { page: `${to}` } : {}) })}
            />
          </div>
          <Facets counted={found.facets} {...{ search, language, href }} />
        </div>
      )}
      <ClockForm {...page} path="/search" carried={carried} />
    </StaticMarkup>
  )
}

function said({ total, isMore, isAlike, instead }: SearchAnswer, { q }: Search, language: Language): string {
  const t = wordsOf(language, 'search')
  if (!q) return isMore ? t('title') : t('searchAll', { total })
  if (isMore) return t('foundMore', { total })
  return t('found', { total: isAlike && !instead ? 0 : total })
}
