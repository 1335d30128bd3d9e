import type { Metadata } from 'next'
import { type Params, type Query, readAsked } from '#app/(public)/asked.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { RibbonStack } from '#components/charts/ribbon-stack.tsx'
import { TallyTable } from '#components/charts/tally-table.tsx'
import { LatestUpdates } from '#components/commitments/latest-updates.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { ScoreLine } from '#components/progress/score.tsx'
import { latestUpdates } from '#lib/commitments/history.ts'
import { dateInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import { addTallies, inForce, scoreOf, tallyBy, tallyInWords, tallyOf } from '#lib/progress/rules.ts'
import { getSummit } from '#lib/summits/read.ts'

type Props = { params: Params<{ slug: string }>; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  titled((await params).slug.slice(0, 80))

export default async function Summit({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const page = await readAsked(params, searchParams)
  const { clocks, today, href } = page
  const summit = await getSummit(viewer, clocks, (await params).slug).catch(missing)
  if (!summit) return <NotThere language={page.language} />
  const updates = await latestUpdates(viewer, clocks, { summitId: summit.id, take: 6 })
  const path = `/summits/${summit.slug}`
  const statusOf = (line: (typeof summit.lines)[number]) => inForce(line.updates).overall?.status ?? null
  const overall = tallyOf(summit.lines.map(statusOf))
  const sides = summit.lines.flatMap((line) =>
    line.parties.map((party) => ({
      party,
      status: inForce(line.updates).byParty.get(party.id)?.status ?? null,
    })),
  )
  const own = tallyOf(sides.map(({ status }) => status))
  const areas = new Map(summit.lines.map(({ area }) => [area.slug, area.name]))
  const parties = new Map(sides.map(({ party }) => [party.code, party.name]))
  const byArea = tallyBy(summit.lines, ({ area }) => area.slug, statusOf)
  const byParty = tallyBy(
    sides,
    ({ party }) => party.code,
    ({ status }) => status,
  )
  const name = say(summit.name, 'en')
  return (
    <>
      <ClockNotice {...page} now={path} />
      <h1 lang={name.language}>{name.text}</h1>
      <p className="mt-3 max-w-measure text-lg">{tallyInWords(overall)}</p>
      <p className="max-w-measure text-soft">
        {say(summit.place, 'en').text}, {dateInWords(summit.startsOn)}
        {summit.endsOn === summit.startsOn ? '' : ` to ${dateInWords(summit.endsOn)}`}:{' '}
        {summit.parties
          .map(({ name, leader }) => `${say(name, 'en').text}${leader ? ` (${say(leader, 'en').text})` : ''}`)
          .join(', ')}
        .
      </p>
      <ClockForm
        language={page.language}
        clocks={clocks}
        today={today}
        from={summit.startsOn}
        path={path}
        asked={page.asked}
      />
      <h2>Commitments</h2>
      {summit.lines.length ? (
        <RibbonStack lines={summit.lines} on={clocks.on} today={today} href={href} />
      ) : (
        <p className="text-soft">
          No commitment of this summit is recorded {clocks.isNow ? 'yet' : 'by then'}.
        </p>
      )}
      <p className="no-print mt-4">
        <a href={href(`${path}/said`)}>What each side said of them, side by side</a>
      </p>
      <h2>Latest updates</h2>
      {updates.length ? (
        <LatestUpdates updates={updates} href={href} />
      ) : (
        <p className="text-soft">No update has been published {clocks.isNow ? 'yet' : 'by then'}.</p>
      )}
      <h2>By area</h2>
      <TallyTable
        caption="Overall statuses by area"
        head="Area"
        rows={[...byArea].map(([key, tally]) => ({ key, tally, name: areas.get(key) ?? {} }))}
      />
      <h2>By party</h2>
      <TallyTable
        caption="The parties’ own statuses"
        head="Party"
        none="None of its own"
        rows={[...byParty].map(([key, tally]) => ({ key, tally, name: parties.get(key) ?? {} }))}
      />
      <h2>Compliance score</h2>
      <ScoreLine score={scoreOf(addTallies(overall, own))} />
    </>
  )
}
