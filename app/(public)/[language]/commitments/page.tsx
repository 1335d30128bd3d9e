import type { Metadata } from 'next'
import { languageOf, type Params, type Query, readPageRequest, refuse } from '#app/(public)/request-params.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ChartFiles } from '#components/charts/files.tsx'
import { RibbonStack } from '#components/charts/ribbon-stack.tsx'
import { CommitmentFilterForm } from '#components/commitments/search-form.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { filterParameters, readCommitmentFilter } from '#lib/commitments/rules.ts'
import { filterCommitments, listFilterOptions } from '#lib/commitments/search.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { axisOf } from '#lib/progress/axis.ts'

type Props = { params: Params; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await languageOf(params)
  return titled(wordsOf(language, 'commitments')('title'), language)
}

export default async function Commitments({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readPageRequest(params, searchParams)
  const { search, faults } = readCommitmentFilter(read.asked, read.language)
  const page = refuse(read, faults)
  const { language, clocks, today, href } = page
  const t = wordsOf(language, 'commitments')
  const [found, options] = await Promise.all([
    filterCommitments(viewer, clocks, search),
    listFilterOptions(viewer, clocks),
  ])
  const isBeyond = search.page > found.pages
  if (isBeyond) setAnswerStatus(404)
  const kept = filterParameters(search)
  const query = new URLSearchParams(kept).toString()
  const isFiltered = Object.keys(kept).some((name) => name !== 'sort')
  return (
    <StaticMarkup>
      <ClockNotice {...page} now={`/commitments${query && `?${query}`}`} />
      <h1>{t(isFiltered ? 'matching' : 'count', { total: found.total })}</h1>
      <CommitmentFilterForm
        language={language}
        search={search}
        options={options}
        asked={clocks.isNow ? {} : page.asked}
      />
      {found.total === 0 ? (
        <Empty act={<ButtonLink href={href('/commitments')}>{t('showAll')}</ButtonLink>}>
          {t('nothing')}
        </Empty>
      ) : null}
      {found.lines.length ? (
        <div className="mt-8">
          <RibbonStack language={language} lines={found.lines} on={clocks.on} today={today} href={href} />
          <ChartFiles
            drawing={{ chart: 'ribbons', lines: found.lines, axis: axisOf(found.lines, clocks.on, today) }}
            language={language}
            href={href}
            kept={{ ...kept, ...(search.page > 1 ? { page: String(search.page) } : {}) }}
          />
        </div>
      ) : null}
      {found.total ? (
        <p className="no-print mt-6 flex flex-wrap gap-x-4 font-sans text-sm">
          <span className="py-1 text-soft">{t('rows', { total: found.total })}</span>
          <a className="py-1" href={href('/commitments/export/csv', kept)}>
            CSV
          </a>
          <a className="py-1" href={href('/commitments/export/json', kept)}>
            JSON
          </a>
        </p>
      ) : null}
      <Pager
        language={language}
        page={search.page}
        pages={found.pages}
        href={(to) => href('/commitments', { ...kept, ...(to > 1 ? { page: String(to) } : {}) })}
      />
      <ClockForm {...page} path="/commitments" carried={kept} />
    </StaticMarkup>
  )
}
