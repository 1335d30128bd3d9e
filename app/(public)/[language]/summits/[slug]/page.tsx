import type { Metadata } from 'next'
import { requestedSummit } from '#app/(public)/[language]/summits/[slug]/summit-asked.ts'
import { pageMetadata } from '#app/(public)/page-metadata.ts'
import { type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { LatestUpdates } from '#components/commitments/latest-updates.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Counts } from '#components/progress/counts.tsx'
import { JsonLd } from '#components/sharing/json-ld.tsx'
import { OnPaper } from '#components/sharing/on-paper.tsx'
import { ShareLine } from '#components/sharing/share-line.tsx'
import { SummitOverTime } from '#components/summits/over-time.tsx'
import { InLanguage } from '#components/ui/in-language.tsx'
import { groupsOf, scoreData, stepsData } from '#lib/charts/chart-data.ts'
import { dateInWords } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import { say } from '#lib/languages.ts'
import { settledClocks } from '#lib/ledger/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { tallyInWords } from '#lib/progress/rules.ts'
import { ldOfSummit } from '#lib/sharing/json-ld.ts'
import { listLatestUpdates } from '#lib/updates/public.ts'

type Props = { params: Params<{ slug: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { language, clocks, href } = await readPageRequest(params, searchParams)
  const { slug } = await params
  const found = await requestedSummit(slug, clocks)
  if (!found) return titled(slug.slice(0, 80), language)
  const title = say(found.name, language).text
  const description = tallyInWords(groupsOf(found.lines).overall, language)
  return pageMetadata({ language, href, clocks, title, description, path: `/summits/${found.slug}` })
}

export default async function Summit({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const page = await readPageRequest(params, searchParams)
  const { language, clocks, today, href } = page
  const t = wordsOf(language, 'dashboard')
  const { slug } = await params
  const [summit, updates, printed] = await Promise.all([
    requestedSummit(slug, clocks),
    listLatestUpdates(viewer, clocks, { summit: slug, take: 6 }),
    settledClocks(viewer, clocks),
  ])
  if (!summit) return <NotFoundPage />
  const path = `/summits/${summit.slug}`
  const short = `${env().BASE_URL}/s/${summit.slug}`
  const kept = { summit: summit.slug }
  const progress = groupsOf(summit.lines)
  const said = tallyInWords(progress.overall, language)
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
    <StaticMarkup>
      <JsonLd of={ldOfSummit(summit, { ...page, said })} />
      <ClockNotice {...page} now={path} />
      <h1>
        <InLanguage text={summit.name} language={language} />
      </h1>
      <OnPaper language={language} clocks={printed} head={say(summit.name, language).text} address={short} />
      <p className="mt-3 max-w-measure text-lg">{said}</p>
      <p className="max-w-measure text-soft">
        {t('between', {
          held:
            summit.endsOn === summit.startsOn
              ? t('held', { place: days.place, day: days.from })
              : t('heldDays', days),
          parties: there.join(language === 'zh' ? '、' : ', '),
        })}
      </p>
      <ShareLine language={language} href={href} path={path} short={short} />
      <ClockForm {...page} from={summit.startsOn} path={path} />
      <p className="no-print mt-4 flex flex-wrap gap-x-5 font-sans text-sm">
        <a className="py-1" href={href(`${path}/said`)}>
          {t('said')}
        </a>
        <a className="py-1" href={href('/compare', { a: summit.slug })}>
          {t('compareWith')}
        </a>
      </p>
      <h2>{t('commitments')}</h2>
      {summit.lines.length ? null : (
        <p className="text-soft">{t(clocks.isNow ? 'noCommitments' : 'noCommitmentsThen')}</p>
      )}
      <SummitOverTime
        lines={summit.lines}
        steps={stepsData(summit.lines, clocks.on, today)}
        score={scoreData(summit.lines, clocks.on, today)}
        language={language}
        href={href}
        kept={kept}
      />
      <LatestUpdates updates={updates} isNow={clocks.isNow} language={language} href={href} />
      <Counts progress={progress} language={language} href={href} kept={kept} />
    </StaticMarkup>
  )
}
