import type { Metadata } from 'next'
import { languageOf, type Params, type Query, readAsked, refuse } from '#app/(public)/asked.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { RibbonStack } from '#components/charts/ribbon-stack.tsx'
import { TallyTable } from '#components/charts/tally-table.tsx'
import { LatestUpdates } from '#components/commitments/latest-updates.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { ScoreLine } from '#components/progress/score.tsx'
import { StaleList } from '#components/progress/stale-list.tsx'
import { OtherSummits } from '#components/summits/other-summits.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { latestUpdates } from '#lib/commitments/history.ts'
import { readPage } from '#lib/commitments/rules.ts'
import { say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { getWorld } from '#lib/progress/read.ts'
import { addTallies, agoInWords, scoreOf, tallyInWords } from '#lib/progress/rules.ts'
import { findLatestSummit } from '#lib/summits/read.ts'

type Props = { params: Params; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await languageOf(params)
  return titled(wordsOf(language, 'dashboard')('title'), language)
}

export default async function Dashboard({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readAsked(params, searchParams)
  const number = readPage(read.asked.page)
  const page = refuse(read, number ? [] : [wordsOf(read.language, 'clocks')('notAPage')])
  const { language, clocks, today, href } = page
  const t = wordsOf(language, 'dashboard')
  const [world, summit, updates] = await Promise.all([
    getWorld(viewer, clocks),
    findLatestSummit(viewer, clocks),
    latestUpdates(viewer, clocks, { take: 6 }),
  ])
  const { overall, own, stale, lastOn } = world
  return (
    <>
      <ClockNotice {...page} now="/" />
      <h1 className="max-w-[30ch]">
        {tallyInWords(overall, language)}{' '}
        {lastOn
          ? wordsOf(language, 'progress')('latest', {
              ago: agoInWords(lastOn, clocks.on, clocks.isNow, language),
            })
          : ''}
      </h1>
      <ClockForm
        language={language}
        clocks={clocks}
        today={today}
        from={summit?.startsOn ?? today}
        path="/"
        asked={page.asked}
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
          <RibbonStack language={language} lines={summit.lines} on={clocks.on} today={today} href={href} />
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
      <section>
        <h2>{t('updates')}</h2>
        {updates.length ? (
          <LatestUpdates updates={updates} language={language} href={href} />
        ) : (
          <p className="text-soft">{t(clocks.isNow ? 'noUpdates' : 'noUpdatesThen')}</p>
        )}
      </section>
      <section>
        <h2>{t('stale')}</h2>
        <p className="mb-2 max-w-measure">
          {stale.total ? t('staleCount', { stale: stale.total, total: overall.total }) : t('noneStale')}
        </p>
        <StaleList stale={stale.longest} on={clocks.on} language={language} href={href} />
        {stale.total > stale.longest.length ? (
          <a href={href('/commitments', { sort: 'silence' })}>{t('allStale')}</a>
        ) : null}
      </section>
      <section>
        <h2>{t('byArea')}</h2>
        <TallyTable
          language={language}
          caption={t('areaCaption')}
          head={t('area')}
          rows={world.areas.map((each) => ({
            key: each.slug,
            ...each,
            href: href('/commitments', { area: each.slug }),
          }))}
        />
        <h2>{t('byParty')}</h2>
        <p className="mb-2 max-w-measure text-soft">{t('partyMeans')}</p>
        <TallyTable
          language={language}
          caption={t('partyCaption')}
          head={t('party')}
          none={t('partyNone')}
          rows={world.parties.map((each) => ({
            key: each.code,
            ...each,
            href: href('/commitments', { party: each.code }),
          }))}
        />
        <h2>{t('score')}</h2>
        <ScoreLine score={scoreOf(addTallies(overall, own))} language={language} href={href} />
      </section>
      <OtherSummits
        language={language}
        summits={world.summits}
        latest={summit?.slug}
        page={number ?? 1}
        href={href}
      />
    </>
  )
}
