import type { Metadata } from 'next'
import { requestedCommitment } from '#app/(public)/[language]/commitments/[ref]/commitment-asked.ts'
import { pageMetadata } from '#app/(public)/page-metadata.ts'
import { type PageRequest, type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ChartFiles } from '#components/charts/files.tsx'
import { Legend } from '#components/charts/patterns.tsx'
import { Ribbon } from '#components/charts/ribbon.tsx'
import { TimeAxis } from '#components/charts/ribbon-stack.tsx'
import { SpansTable } from '#components/charts/spans-table.tsx'
import { Corroboration } from '#components/commitments/corroboration.tsx'
import { CommitmentHistory } from '#components/commitments/history.tsx'
import { isGone } from '#components/commitments/history-list.tsx'
import { Merges } from '#components/commitments/merges.tsx'
import { Neighbours, Trail } from '#components/commitments/neighbours.tsx'
import { WhatWasPromised } from '#components/commitments/promise.tsx'
import { Sides } from '#components/commitments/sides.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { JsonLd } from '#components/sharing/json-ld.tsx'
import { OnPaper } from '#components/sharing/on-paper.tsx'
import { ShareLine } from '#components/sharing/share-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { InLanguage } from '#components/ui/in-language.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { getBesideCommitment } from '#lib/commitments/beside.ts'
import type { CommitmentPage } from '#lib/commitments/read.ts'
import { amendmentsFrom } from '#lib/commitments/wordings.ts'
import { dateInWords, instantInWords } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import { say } from '#lib/languages.ts'
import { settledClocks } from '#lib/ledger/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { axisOf } from '#lib/progress/axis.ts'
import { commitmentInWords, inForce } from '#lib/progress/rules.ts'
import { ldOfCommitment } from '#lib/sharing/json-ld.ts'
import { corroborating, statuses } from '#lib/updates/rules.ts'

type Props = { params: Params<{ ref: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { language, clocks, href } = await readPageRequest(params, searchParams)
  const { ref } = await params
  const found = await requestedCommitment(ref, clocks)
  if (!found) return titled(ref.slice(0, 40), language)
  const title = `${say(found.title, language).text} (${ref})`
  const description = lead(found, { language, clocks })
  return pageMetadata({ language, href, clocks, title, description, path: `/commitments/${ref}` })
}

/** The status and the sentence that answers, as one. */
function lead(found: CommitmentPage, { language, clocks }: Pick<PageRequest, 'language' | 'clocks'>): string {
  const status = inForce(found.updates).overall?.status
  const word = status ? `${statuses[status].word[language]} · ` : ''
  return `${word}${commitmentInWords(found, clocks, language)}`
}

export default async function Commitment({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const page = await readPageRequest(params, searchParams)
  const { clocks, today, href, language } = page
  const { ref } = await params
  const [found, { history, entries, wordings, merges }, printed] = await Promise.all([
    requestedCommitment(ref, clocks),
    getBesideCommitment(viewer, clocks, ref),
    settledClocks(viewer, clocks),
  ])
  if (!found) return <NotFoundPage />
  const t = wordsOf(language, 'commitment')
  const { due } = found.said
  const path = `/commitments/${found.ref}`
  const short = `${env().BASE_URL}/c/${found.ref}`
  const said = commitmentInWords(found, clocks, language)
  const live = history.filter((update) => !isGone(update))
  const status = inForce(found.updates).overall?.status ?? null
  // What was merged counts for nothing: it shows where it went, what was promised, and what became of its updates.
  const isMerged = merges.into !== null
  return (
    <StaticMarkup as="article">
      <JsonLd of={ldOfCommitment(found, history, { language, clocks, said: lead(found, page), href })} />
      <ClockNotice {...page} now={path} />
      <Trail commitment={found} {...{ language, href }} />
      <h1>
        <InLanguage text={found.title} language={language} />
      </h1>
      <OnPaper language={language} clocks={printed} head={found.ref} address={short} />
      {isMerged ? null : (
        <p className="mt-3 max-w-measure text-lg">
          <StatusMark status={status} language={language} /> {said}
        </p>
      )}
      {status && !isMerged ? <Corroboration publishers={corroborating(live)} language={language} /> : null}
      <Merges merges={merges} {...{ language, href }} />
      {due ? (
        <p className="text-soft">{t('due', { date: dateInWords(due.on, due.precision, language) })}</p>
      ) : null}
      {found.isRecorded ? null : (
        <p className="text-soft">{t('recordedLate', { at: instantInWords(found.recordedAt, language) })}</p>
      )}
      {viewer.kind === 'member' && !isMerged ? (
        <p className="no-print mt-4">
          <ButtonLink href={`/desk/updates/new?commitment=${found.ref}`}>{t('record')}</ButtonLink>{' '}
          <ButtonLink href={`/desk/commitments/${found.ref}`}>{t('amend')}</ButtonLink>
        </p>
      ) : null}
      {isMerged ? null : <OverTime {...{ found, page }} />}
      <ShareLine {...{ language, href, path, short }} has={{ data: true, report: true }} />
      <ClockForm {...{ language, clocks, today, path }} from={found.madeOn} asked={page.asked} />
      <WhatWasPromised commitment={found} {...{ language, href }} />
      {isMerged ? null : <Sides line={found} updates={live} {...{ language, href }} />}
      <CommitmentHistory
        live={live}
        gone={history.filter(isGone)}
        amendments={amendmentsFrom(wordings, language)}
        entries={entries}
        isNow={clocks.isNow}
        isMerged={isMerged}
        {...{ language, href }}
      />
      <Neighbours before={found.before} after={found.after} {...{ language, href }} />
    </StaticMarkup>
  )
}

/** How it went: the ribbon, and the same as a table and as files. */
function OverTime({ found, page }: { found: CommitmentPage; page: PageRequest }) {
  const { clocks, today, href, language } = page
  const axis = axisOf([found], clocks.on, today)
  return (
    <figure className="mt-8">
      <Ribbon band={found} axis={axis} language={language} />
      <TimeAxis axis={axis} language={language} />
      <figcaption className="mt-2">
        <Legend language={language} />
      </figcaption>
      <SpansTable line={found} on={clocks.on} language={language} />
      <ChartFiles
        drawing={{ chart: 'ribbons', lines: [found], axis }}
        kept={{ ref: found.ref }}
        {...{ language, href }}
      />
    </figure>
  )
}
