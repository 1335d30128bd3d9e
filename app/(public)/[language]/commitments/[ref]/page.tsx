import type { Metadata } from 'next'
import { type Params, type Query, readAsked } from '#app/(public)/asked.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { Legend } from '#components/charts/patterns.tsx'
import { Ribbon } from '#components/charts/ribbon.tsx'
import { axisOf, TimeAxis } from '#components/charts/ribbon-stack.tsx'
import { SpansTable } from '#components/charts/spans-table.tsx'
import { Entries } from '#components/commitments/entries.tsx'
import { GoneList, isGone, UpdateList } from '#components/commitments/history-list.tsx'
import { Merges } from '#components/commitments/merges.tsx'
import { WhatWasPromised } from '#components/commitments/promise.tsx'
import { Sides } from '#components/commitments/sides.tsx'
import { WordingHistory } from '#components/commitments/wording-history.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { historyOf } from '#lib/commitments/history.ts'
import { getMerges } from '#lib/commitments/merge.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { amendmentsOf, listWordings } from '#lib/commitments/wordings.ts'
import { dateInWords, instantInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import { entriesAbout } from '#lib/ledger/read.ts'
import { commitmentInWords, inForce } from '#lib/progress/rules.ts'

type Props = { params: Params<{ ref: string }>; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  titled((await params).ref.slice(0, 40))

export default async function Commitment({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const page = await readAsked(params, searchParams)
  const { clocks, today, href } = page
  const found = await getCommitment(viewer, clocks, (await params).ref).catch(missing)
  if (!found) return <NotThere />
  const [history, entries, wordings, merges] = await Promise.all([
    historyOf(viewer, clocks, found.id),
    entriesAbout(viewer, clocks.known, found.id),
    listWordings(viewer, clocks, found.id),
    getMerges(viewer, clocks, found.id),
  ])
  const path = `/commitments/${found.ref}`
  const title = say(found.title, 'en')
  const live = history.filter((update) => !isGone(update))
  const gone = history.filter(isGone)
  const axis = axisOf([found], clocks.on, today)
  return (
    <article>
      <ClockNotice {...page} now={path} />
      <p className="font-sans text-sm text-soft">
        <a href={href(`/summits/${found.summit.slug}`)}>{say(found.summit.name, 'en').text}</a> · {found.ref}{' '}
        · <a href={href('/commitments', { area: found.area.slug })}>{say(found.area.name, 'en').text}</a>
      </p>
      <h1 lang={title.language}>{title.text}</h1>
      {merges.into ? null : (
        <p className="mt-3 max-w-measure text-lg">
          <StatusMark status={inForce(found.updates).overall?.status ?? null} />{' '}
          {commitmentInWords(found, clocks, page.language)}
        </p>
      )}
      <Merges merges={merges} href={href} />
      {found.due ? <p className="text-soft">Due {dateInWords(found.due.on, found.due.precision)}.</p> : null}
      {found.isRecorded ? null : (
        <p className="text-soft">This tracker recorded it only {instantInWords(found.recordedAt)}.</p>
      )}
      {viewer.kind === 'member' && !merges.into ? (
        <p className="mt-4">
          <ButtonLink href={`/desk/updates/new?commitment=${found.ref}`}>Record an update</ButtonLink>{' '}
          <ButtonLink href={`/desk/commitments/${found.ref}`}>Amend it</ButtonLink>
        </p>
      ) : null}
      <figure className="mt-8">
        <Ribbon band={found} axis={axis} language={page.language} />
        <TimeAxis axis={axis} language={page.language} />
        <figcaption className="mt-2">
          <Legend language={page.language} />
        </figcaption>
        <SpansTable line={found} on={clocks.on} language={page.language} />
      </figure>
      <p className="no-print mt-4 font-sans text-sm">
        <a href={href(`${path}/cite`)}>Cite it</a>
      </p>
      <ClockForm
        language={page.language}
        clocks={clocks}
        today={today}
        from={found.madeOn}
        path={path}
        asked={page.asked}
      />
      <WhatWasPromised commitment={found} />
      <Sides line={found} updates={live} />
      <section>
        <h2>Updates</h2>
        {live.length ? <UpdateList updates={live} /> : <p className="text-soft">None is published yet.</p>}
      </section>
      {gone.length ? (
        <section>
          <h2>Corrected and withdrawn</h2>
          <p className="font-sans text-sm">
            <a href={href('/corrections')}>All corrections</a>
          </p>
          <GoneList updates={gone} />
        </section>
      ) : null}
      <WordingHistory amendments={amendmentsOf(wordings)} />
      <section>
        <h2>In the ledger</h2>
        <Entries entries={entries} />
      </section>
      <nav aria-label="Neighbours" className="mt-10 flex flex-wrap justify-between gap-4 font-sans text-sm">
        {found.before ? (
          <a rel="prev" href={href(`/commitments/${found.before.ref}`)}>
            ← {say(found.before.title, 'en').text}
          </a>
        ) : (
          <span />
        )}
        {found.after ? (
          <a rel="next" href={href(`/commitments/${found.after.ref}`)}>
            {say(found.after.title, 'en').text} →
          </a>
        ) : null}
      </nav>
    </article>
  )
}
