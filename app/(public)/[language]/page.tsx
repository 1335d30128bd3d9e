import type { Metadata } from 'next'
import { pageMetadata } from '#app/(public)/page-metadata.ts'
import { type Params, type Query, readPageRequest, refuse } from '#app/(public)/request-params.ts'
import { setAnswerStatus } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { LatestUpdates } from '#components/commitments/latest-updates.tsx'
import { Changes } from '#components/progress/changes.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Counts } from '#components/progress/counts.tsx'
import { StaleList } from '#components/progress/stale-list.tsx'
import { JsonLd } from '#components/sharing/json-ld.tsx'
import { OtherSummits, summitsPerPage } from '#components/summits/other-summits.tsx'
import { SummitOverTime } from '#components/summits/over-time.tsx'
import { SummitSwitch } from '#components/summits/switch.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { groupsOfSite, scoreData, stepsData } from '#lib/charts/chart-data.ts'
import { say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { readPageNumber } from '#lib/page-number.ts'
import { listChanges } from '#lib/progress/changes.ts'
import { getSiteProgress } from '#lib/progress/read.ts'
import { agoInWords, tallyInWords } from '#lib/progress/rules.ts'
import { ldOfSite } from '#lib/sharing/json-ld.ts'
import { findLatestSummit, getSummit } from '#lib/summits/read.ts'
import { listLatestUpdates } from '#lib/updates/public.ts'

type Props = { params: Params; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { language, clocks, href } = await readPageRequest(params, searchParams)
  const title = wordsOf(language, 'dashboard')('title')
  const description = wordsOf(language, 'frame')('description')
  return pageMetadata({ language, href, clocks, title, description, path: '/', type: 'website' })
}

export default async function Dashboard({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readPageRequest(params, searchParams)
  const { language, clocks, today, href } = read
  const t = wordsOf(language, 'dashboard')
  const number = readPageNumber(read.asked.page)
  const asked = read.asked.summit
  const [world, found, latest, updates, changes] = await Promise.all([
    getSiteProgress(viewer, clocks),
    asked ? getSummit(viewer, clocks, asked).catch(missing) : null,
    asked ? null : findLatestSummit(viewer, clocks),
    listLatestUpdates(viewer, clocks, { take: 6 }),
    listChanges(viewer, clocks),
  ])
  const summit = found ?? latest
  const kept: Record<string, string> = found ? { summit: found.slug } : {}
  const progress = groupsOfSite(world)
  const summits = progress.summits.filter(({ tally }) => tally.total > 0)
  const last = Math.ceil(summits.filter(({ key }) => key !== summit?.slug).length / summitsPerPage)
  const page = refuse(read, [
    ...(number && (number === 1 || last) ? [] : [wordsOf(language, 'clocks')('notAPage')]),
    ...(asked && !found ? [wordsOf(language, 'summits')('unknown', { asked: asked.slice(0, 40) })] : []),
  ])
  if ((number ?? 1) > Math.max(1, last) || (asked && !found)) setAnswerStatus(404)
  const ago = world.lastOn && agoInWords(world.lastOn, clocks.on, clocks.isNow, language)
  return (
    <StaticMarkup>
      <JsonLd of={ldOfSite(language)} />
      <ClockNotice {...page} now="/" />
      <h1 className="max-w-[30ch]">
        {tallyInWords(world.overall, language)}
        {language === 'zh' ? '' : ' '}
        {ago ? wordsOf(language, 'progress')('latest', { ago }) : ''}
      </h1>
      <ClockForm {...page} from={summit?.startsOn ?? today} path="/" carried={kept} />
      <SummitSwitch
        shown={summit?.slug ?? ''}
        from={summits.map(({ key, name }) => ({ value: key, label: name }))}
        clocks={clocks.isNow ? {} : page.asked}
        language={language}
        compare={href('/compare', summit ? { a: summit.slug } : {})}
      />
      {summit ? (
        <section>
          <h2>
            {t.rich('summitAt', {
              name: say(summit.name, language).text,
              place: say(summit.place, language).text,
              link: (text) => <a href={href(`/summits/${summit.slug}`)}>{text}</a>,
            })}
          </h2>
          <SummitOverTime
            lines={summit.lines}
            steps={stepsData(summit.lines, clocks.on, today)}
            score={scoreData(summit.lines, clocks.on, today)}
            language={language}
            href={href}
            kept={{ summit: summit.slug }}
          />
        </section>
      ) : (
        <Empty
          act={
            <ButtonLink look="main" href={clocks.isNow ? '/desk' : `/${language}`}>
              {clocks.isNow ? t('openDesk') : wordsOf(language, 'clocks')('back')}
            </ButtonLink>
          }
        >
          {t(clocks.isNow ? 'noSummit' : 'noSummitThen')}
        </Empty>
      )}
      <Changes {...changes} clocks={clocks} language={language} href={href} />
      <LatestUpdates updates={updates} isNow={clocks.isNow} language={language} href={href} />
      <StaleList {...world.stale} of={world.overall.total} on={clocks.on} language={language} href={href} />
      <Counts progress={progress} language={language} href={href} />
      <OtherSummits
        language={language}
        summits={summits}
        shown={summit?.slug ?? ''}
        page={number ?? 1}
        href={href}
        kept={kept}
      />
    </StaticMarkup>
  )
}
