import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { beginningAsked } from '#app/desk/drafts/parked.ts'
import { NoDrafts, NothingStale } from '#app/desk/empty-places.tsx'
import { Undo } from '#components/desk/undo.tsx'
import { DraftList } from '#components/drafts/draft-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { StaleToReview } from '#components/updates/stale-list.tsx'
import { may } from '#lib/access.ts'
import { countReady } from '#lib/captures/read.ts'
import { countChangedPages } from '#lib/live-checks/read.ts'
import { countOpenReports } from '#lib/reports/read.ts'
import { listOwnDrafts, listQueue } from '#lib/review/read.ts'
import { listStale } from '#lib/updates/stale.ts'

export const generateMetadata = () => titled('Desk')

const count = (many: number, one: string, several: string) =>
  many ? [`${many.toLocaleString('en')} ${many === 1 ? one : several}`] : []

type Search = Promise<Record<string, string | string[] | undefined>>

export default async function Desk({ searchParams }: { searchParams: Search }) {
  const viewer = await requireMember('/desk')
  const mayReview = may(viewer, 'draft.publish', 'submitted, other')
  const [mine, toReview, silent, captured, striking, reported] = await Promise.all([
    listOwnDrafts(viewer),
    listQueue(viewer),
    listStale(viewer),
    countReady(viewer),
    countChangedPages(viewer),
    may(viewer, 'report.read', 'any') ? countOpenReports(viewer) : 0,
  ])
  const undo = beginningAsked((await searchParams).undo)
  const of = (state: string) => mine.filter((draft) => draft.state === state)
  const [returned, drafts, submitted] = [of('RETURNED'), of('DRAFT'), of('SUBMITTED')]
  const waiting = new Intl.ListFormat('en').format([
    ...count(returned.length, 'draft came back', 'drafts came back'),
    ...count(drafts.length, 'draft is yours to finish', 'drafts are yours to finish'),
    ...count(toReview.count, 'waits for your review', 'wait for your review'),
    ...count(captured, 'capture waits to be checked', 'captures wait to be checked'),
    ...count(reported, 'reader’s report waits to be decided', 'readers’ reports wait to be decided'),
    ...count(silent.count, 'commitment is stale', 'commitments are stale'),
  ])
  return (
    <>
      {undo ? <Undo done="The draft is thrown away." href={undo} label="Undo" /> : null}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>What waits for you</h1>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/desk/captures/new">Capture a source</ButtonLink>
          <ButtonLink look="main" href="/desk/updates/new">
            New status update
          </ButtonLink>
        </div>
      </div>
      <p className="mt-3 max-w-measure">{waiting || 'Nothing does'}.</p>
      <ul className="mt-3 font-sans text-sm">
        {captured ? (
          <li>
            <a href="/desk/captures">Check what was captured</a>
          </li>
        ) : null}
        {reported ? (
          <li>
            <a href="/desk/reports">Decide what readers reported</a>
          </li>
        ) : null}
        {striking ? (
          <li>
            <a href="/desk/live-checks">
              {count(striking, 'live page needs', 'live pages need')[0]} your eyes: changed, gone or silent
              since they were archived
            </a>
          </li>
        ) : null}
      </ul>
      {returned.length ? (
        <>
          <h2>Returned to you</h2>
          <DraftList drafts={returned} />
        </>
      ) : null}
      {mayReview ? (
        <>
          <h2>To review</h2>
          {toReview.count ? (
            <DraftList drafts={toReview.items} />
          ) : (
            <Empty>What others submitted waits here for a second person. There are none just now.</Empty>
          )}
        </>
      ) : null}
      <h2>Your drafts</h2>
      {drafts.length ? <DraftList drafts={drafts} /> : <NoDrafts />}
      {submitted.length ? (
        <>
          <h2>With the reviewers</h2>
          <DraftList drafts={submitted} />
        </>
      ) : null}
      <h2>Stale commitments</h2>
      {silent.count ? <StaleToReview commitments={silent.rows} count={silent.count} /> : <NothingStale />}
    </>
  )
}
