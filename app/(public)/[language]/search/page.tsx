import type { Metadata } from 'next'
import { type Params, type Query, readAsked, refuse } from '#app/(public)/asked.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Facets } from '#components/search/facets.tsx'
import { Hits } from '#components/search/hits.tsx'
import { SearchForm } from '#components/search/search-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { type Answer, searchEverything } from '#lib/search/read.ts'
import { pageSize, parametersOf, readSearch, type Search } from '#lib/search/rules.ts'

type Props = { params: Params; searchParams: Query }

export const generateMetadata = (): Metadata => titled('Search')

export default async function SearchPage({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readAsked(params, searchParams)
  const { search, faults } = readSearch(read.asked)
  const page = refuse(read, faults)
  const found = await searchEverything(viewer, page.clocks, search)
  if (search.page > found.pages) setAnswerStatus(404)
  const href = (changed: Partial<Search>) => page.href('/search', parametersOf({ ...search, ...changed }))
  return (
    <>
      <ClockNotice {...page} now="/search" />
      <h1>{said(found, search)}</h1>
      {found.isAlike && found.total ? (
        <p className="mt-3 max-w-measure">
          Nothing has the words “{search.q}”. These titles are written alike:
        </p>
      ) : null}
      {found.isMore ? (
        <p className="mt-3 max-w-measure text-soft">
          So much matches that only these were read and counted: another word or a filter narrows it down.
        </p>
      ) : null}
      <SearchForm search={search} asked={page.clocks.isNow ? {} : page.asked} />
      {found.total === 0 ? (
        <Empty act={<ButtonLink href={page.href('/search')}>Search without filters</ButtonLink>}>
          Summits, commitments, status updates, and the sources they rest on are found here by their words, in
          English or Chinese. Nothing has these: try fewer of them, or another word.
        </Empty>
      ) : (
        <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_15rem]">
          <div>
            <Hits hits={found.hits} first={(search.page - 1) * pageSize + 1} href={page.href} />
            <Pager
              page={search.page}
              pages={found.pages}
              href={(to) =>
                page.href('/search', { ...parametersOf(search), ...(to > 1 ? { page: `${to}` } : {}) })
              }
            />
          </div>
          <Facets counted={found.facets} search={search} href={href} />
        </div>
      )}
    </>
  )
}

function said({ total, isMore, isAlike }: Answer, { q }: Search): string {
  const many = `${isMore ? 'More than ' : ''}${total === 1 ? '1 thing' : `${total.toLocaleString('en')} things`}`
  if (!q) return isMore ? 'Search' : `Search ${many}`
  return total === 0 || isAlike ? 'Nothing found' : `${many} found`
}
