import type { Metadata } from 'next'
import { type Params, type Query, readAsked, refuse } from '#app/(public)/asked.ts'
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

export const generateMetadata = (): Metadata => titled('Dashboard')

export default async function Dashboard({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readAsked(params, searchParams)
  const number = readPage(read.asked.page)
  const page = refuse(read, number ? [] : [wordsOf(read.language, 'clocks')('notAPage')])
  const { clocks, today, href } = page
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
        {tallyInWords(overall)}{' '}
        {lastOn ? `Latest update: ${agoInWords(lastOn, clocks.on, clocks.isNow)}.` : ''}
      </h1>
      <ClockForm
        language={page.language}
        clocks={clocks}
        today={today}
        from={summit?.startsOn ?? today}
        path="/"
        asked={page.asked}
      />
      {summit ? (
        <section>
          <h2>
            <a href={href(`/summits/${summit.slug}`)}>{say(summit.name, 'en').text}</a>,{' '}
            {say(summit.place, 'en').text}
          </h2>
          <RibbonStack lines={summit.lines} on={clocks.on} today={today} href={href} />
        </section>
      ) : (
        <Empty
          act={
            <ButtonLink look="main" href={clocks.isNow ? '/desk' : '/'}>
              {clocks.isNow ? 'Open the desk' : 'Show it as of now'}
            </ButtonLink>
          }
        >
          Here the commitments of the latest summit stand as ribbons, from the promise to today. No summit was
          recorded {clocks.isNow ? 'yet' : 'by then'}.
        </Empty>
      )}
      <section>
        <h2>Latest updates</h2>
        {updates.length ? (
          <LatestUpdates updates={updates} href={href} />
        ) : (
          <p className="text-soft">No update has been published {clocks.isNow ? 'yet' : 'by then'}.</p>
        )}
      </section>
      <section>
        <h2>What is stale</h2>
        <p className="mb-2 max-w-measure">
          {stale.total
            ? `${stale.total} of ${overall.total} commitments have had no news for longer than their review interval. Silence is shown, not counted as progress.`
            : 'No commitment has been silent for longer than its review interval.'}
        </p>
        <StaleList stale={stale.longest} on={clocks.on} href={href} />
        {stale.total > stale.longest.length ? (
          <a href={href('/commitments', { sort: 'silence' })}>All, the longest silence first</a>
        ) : null}
      </section>
      <section>
        <h2>By area</h2>
        <TallyTable
          caption="Overall statuses by area"
          head="Area"
          rows={world.areas.map((each) => ({
            key: each.slug,
            ...each,
            href: href('/commitments', { area: each.slug }),
          }))}
        />
        <h2>By party</h2>
        <p className="mb-2 max-w-measure text-soft">
          What each party has done itself, where an update says so; a party’s own status is never guessed from
          the overall one.
        </p>
        <TallyTable
          caption="The parties’ own statuses"
          head="Party"
          none="None of its own"
          rows={world.parties.map((each) => ({
            key: each.code,
            ...each,
            href: href('/commitments', { party: each.code }),
          }))}
        />
        <h2>Compliance score</h2>
        <ScoreLine score={scoreOf(addTallies(overall, own))} />
      </section>
      <OtherSummits summits={world.summits} latest={summit?.slug} page={number ?? 1} href={href} />
    </>
  )
}
