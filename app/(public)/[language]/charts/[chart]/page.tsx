import type { Metadata } from 'next'
import { permanentAddress, readChart } from '#app/(public)/chart.ts'
import { languageOf, type Params, type Query, readPageRequest, refuse } from '#app/(public)/request-params.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ChartView } from '#components/charts/chart-view.tsx'
import { ChartFiles } from '#components/charts/files.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { getChart } from '#lib/charts/read.ts'
import { chartPath, chartTitle, describeChart, isChart } from '#lib/charts/rules.ts'
import { say } from '#lib/languages.ts'
import { settledClocks } from '#lib/ledger/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { params: Params<{ chart: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ chart }, language] = [await params, await languageOf(params)]
  return titled(
    isChart(chart) ? chartTitle(chart, language) : wordsOf(language, 'frame')('notFound'),
    language,
  )
}

export default async function Chart({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readPageRequest(params, searchParams)
  const { chart } = await params
  const { language, clocks, today, href } = read
  if (!isChart(chart)) return <NotFoundPage />
  const { asked, kept, faults } = readChart(chart, read.asked, today, language)
  const page = refuse(read, faults)
  const found = await getChart(viewer, clocks, asked).catch(missing)
  if (!found) return <NotFoundPage />
  const isBeyond = asked.search.page > found.pages
  if (isBeyond) setAnswerStatus(404)
  const t = wordsOf(language, 'charts')
  const { drawing, summit, sources } = found
  const path = chartPath(chart)
  const { page: _, ...filters } = kept
  const permanent = permanentAddress(chart, kept, await settledClocks(viewer, clocks), language)
  return (
    <StaticMarkup as="article">
      <ClockNotice {...page} now={`${path}?${new URLSearchParams(kept)}`} />
      {summit ? (
        <p className="font-sans text-sm text-soft">
          <a href={href(`/summits/${summit.slug}`)}>{say(summit.name, language).text}</a>
        </p>
      ) : null}
      <h1>{chartTitle(chart, language)}</h1>
      <p className="mt-3 mb-6 max-w-measure">{describeChart(drawing, language)}</p>
      {isBeyond ? null : <ChartView drawing={drawing} today={today} language={language} href={href} />}
      <Pager
        language={language}
        page={asked.search.page}
        pages={found.pages}
        href={(to) => href(path, { ...filters, ...(to > 1 ? { page: String(to) } : {}) })}
      />
      {isBeyond ? null : <ChartFiles isHere drawing={drawing} language={language} href={href} kept={kept} />}
      <p className="mt-2 max-w-measure font-sans text-sm text-soft">
        {t('restsOn', { updates: sources.updates, articles: sources.articles ?? 0 })}
        {language === 'zh' ? '' : ' '}
        {t.rich('permanent', { link: (text) => <a href={permanent}>{text}</a> })}
      </p>
      <ClockForm
        language={language}
        clocks={clocks}
        today={today}
        from={'axis' in drawing ? drawing.axis.from : today}
        path={path}
        asked={page.asked}
        carried={kept}
      />
    </StaticMarkup>
  )
}
