import type { Metadata } from 'next'
import { type Params, type Query, readAsked, refuse } from '#app/(public)/asked.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { RibbonStack } from '#components/charts/ribbon-stack.tsx'
import { SearchForm } from '#components/commitments/search-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { readSearch, type Search } from '#lib/commitments/rules.ts'
import { listOptions, searchCommitments } from '#lib/commitments/search.ts'

type Props = { params: Params; searchParams: Query }

export const generateMetadata = (): Metadata => titled('Commitments')

export default async function Commitments({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readAsked(params, searchParams)
  const { search, faults } = readSearch(read.asked)
  const page = refuse(read, faults)
  const { clocks, today, href } = page
  const [found, options] = await Promise.all([searchCommitments(viewer, clocks, search), listOptions(viewer)])
  const isBeyond = search.page > found.pages
  if (isBeyond) setAnswerStatus(404)
  const kept = parametersOf(search)
  return (
    <>
      <ClockNotice {...page} now="/commitments" />
      <h1>
        {found.total === 1 ? '1 commitment' : `${found.total.toLocaleString('en-GB')} commitments`}
        {Object.keys(kept).some((name) => name !== 'sort') ? ' match' : ''}
      </h1>
      <SearchForm search={search} options={options} asked={clocks.isNow ? {} : page.asked} />
      {found.total === 0 ? (
        <Empty act={<ButtonLink href={href('/commitments')}>Show them all</ButtonLink>}>
          Here stands every commitment that matches the filters. None does: choose fewer of them, or look for
          another word.
        </Empty>
      ) : null}
      {found.lines.length ? (
        <div className="mt-8">
          <RibbonStack lines={found.lines} on={clocks.on} today={today} href={href} />
        </div>
      ) : null}
      {found.total ? (
        <p className="no-print mt-6 flex flex-wrap gap-x-4 font-sans text-sm">
          <span className="py-1 text-soft">
            All {found.total.toLocaleString('en-GB')} {found.total === 1 ? 'row' : 'rows'}:
          </span>
          <a className="py-1" href={href('/commitments/export/csv', kept)}>
            CSV
          </a>
          <a className="py-1" href={href('/commitments/export/json', kept)}>
            JSON
          </a>
        </p>
      ) : null}
      <Pager
        page={search.page}
        pages={found.pages}
        href={(to) => href('/commitments', { ...kept, ...(to > 1 ? { page: String(to) } : {}) })}
      />
    </>
  )
}

function parametersOf({ text, page: _, sort, ...rest }: Search): Record<string, string> {
  const all = Object.entries({ q: text, ...rest, sort: sort === 'ref' ? '' : sort })
  return Object.fromEntries(all.filter(([, value]) => value))
}
