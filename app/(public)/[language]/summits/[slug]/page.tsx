import type { Metadata } from 'next'
import { languageOf, type Params, type Query, readAsked } from '#app/(public)/asked.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { RibbonStack } from '#components/charts/ribbon-stack.tsx'
import { TallyTable } from '#components/charts/tally-table.tsx'
import { LatestUpdates } from '#components/commitments/latest-updates.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { ScoreLine } from '#components/progress/score.tsx'
import { InLanguage } from '#components/ui/in-language.tsx'
import { latestUpdates } from '#lib/commitments/history.ts'
import { dateInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { addTallies, inForce, scoreOf, tallyBy, tallyInWords, tallyOf } from '#lib/progress/rules.ts'
import { getSummit } from '#lib/summits/read.ts'

type Props = { params: Params<{ slug: string }>; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  titled((await params).slug.slice(0, 80), await languageOf(params))

export default async function Summit({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const page = await readAsked(params, searchParams)
  const { language, clocks, today, href } = page
  const t = wordsOf(language, 'dashboard')
  const summit = await getSummit(viewer, clocks, (await params).slug).catch(missing)
  if (!summit) return <NotThere />
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
  const days = {
    place: say(summit.place, language).text,
    from: dateInWords(summit.startsOn, 'DAY', language),
    until: dateInWords(summit.endsOn, 'DAY', language),
  }
  const there = summit.parties.map(({ name, leader }) => {
    const party = say(name, language).text
    return leader ? t('ledBy', { party, leader: say(leader, language).text }) : party
  })
  return (
    <>
      <ClockNotice {...page} now={path} />
      <h1>
        <InLanguage text={summit.name} language={language} />
      </h1>
      <p className="mt-3 max-w-measure text-lg">{tallyInWords(overall, language)}</p>
      <p className="max-w-measure text-soft">
        {t('between', {
          held:
            summit.endsOn === summit.startsOn
              ? t('held', { place: days.place, day: days.from })
              : t('heldDays', days),
          parties: there.join(language === 'zh' ? '、' : ', '),
        })}
      </p>
      <ClockForm
        language={language}
        clocks={clocks}
        today={today}
        from={summit.startsOn}
        path={path}
        asked={page.asked}
      />
      <h2>{t('commitments')}</h2>
      {summit.lines.length ? (
        <RibbonStack language={language} lines={summit.lines} on={clocks.on} today={today} href={href} />
      ) : (
        <p className="text-soft">{t(clocks.isNow ? 'noCommitments' : 'noCommitmentsThen')}</p>
      )}
      <p className="no-print mt-4">
        <a href={href(`${path}/said`)}>{t('said')}</a>
      </p>
      <h2>{t('updates')}</h2>
      {updates.length ? (
        <LatestUpdates updates={updates} language={language} href={href} />
      ) : (
        <p className="text-soft">{t(clocks.isNow ? 'noUpdates' : 'noUpdatesThen')}</p>
      )}
      <h2>{t('byArea')}</h2>
      <TallyTable
        language={language}
        caption={t('areaCaption')}
        head={t('area')}
        rows={[...byArea].map(([key, tally]) => ({ key, tally, name: areas.get(key) ?? {} }))}
      />
      <h2>{t('byParty')}</h2>
      <TallyTable
        language={language}
        caption={t('partyCaption')}
        head={t('party')}
        none={t('partyNone')}
        rows={[...byParty].map(([key, tally]) => ({ key, tally, name: parties.get(key) ?? {} }))}
      />
      <h2>{t('score')}</h2>
      <ScoreLine score={scoreOf(addTallies(overall, own))} language={language} href={href} />
    </>
  )
}
