import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { DraftActs } from '#app/desk/drafts/[id]/acts.tsx'
import { DiscardDraft } from '#app/desk/drafts/[id]/discard.tsx'
import { Discussion } from '#app/desk/drafts/[id]/discussion.tsx'
import { Preparing } from '#app/desk/imports/[id]/preparing.tsx'
import { stop } from '#app/desk/imports/actions.ts'
import { Neighbours } from '#app/desk/review/neighbours.tsx'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { Live } from '#components/captures/live.tsx'
import { Progress } from '#components/imports/progress.tsx'
import { ImportRows, RowFaults } from '#components/imports/rows.tsx'
import { Act } from '#components/ui/act.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { instantInWords } from '#lib/dates.ts'
import { getImport, type ImportInFull, listImportRows, rowsPerPage } from '#lib/imports/read.ts'
import { readPageNumber } from '#lib/page-number.ts'

export const generateMetadata = () => titled('Import')

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Import({ params, searchParams }: Props) {
  const { id } = await params
  const asked = await searchParams
  const path = `/desk/imports/${id}`
  const viewer = await requireMember(path)
  const found = await getImport(viewer, id).catch(missing)
  if (!found) return <NotFoundPage />
  const { draft, step } = found
  const isOwn = may(viewer, 'draft.edit', draft.situation)
  return (
    <>
      <h1>
        <bdi>{found.fileName}</bdi>
      </h1>
      <p className="mt-2 font-sans text-sm text-soft">
        {headings[step]} By {draft.author}, {instantInWords(draft.savedAt)}.
      </p>
      {draft.state === 'RETURNED' ? (
        <p className="mt-4 max-w-measure border-l-2 border-accent pl-4 whitespace-pre-line">
          {draft.returnReason}
        </p>
      ) : null}
      {step === 'laying out' ? <LayingOut found={found} path={path} isOwn={isOwn} /> : null}
      {step === 'recording' ? <Recording found={found} path={path} /> : null}
      {step === 'open' && isOwn ? (
        <>
          <Preparing viewer={viewer} found={found} saved={String(asked.saved)} />
          <DiscardDraft id={id} version={draft.version} />
        </>
      ) : null}
      {step === 'waiting' || step === 'over' ? (
        <LaidOut viewer={viewer} found={found} path={path} asked={String(asked.page ?? '')} />
      ) : null}
      {step === 'waiting' || step === 'open' ? <Discussion viewer={viewer} draft={draft} held="" /> : null}
      {step === 'waiting' ? <Neighbours viewer={viewer} href={path} /> : null}
    </>
  )
}

const headings = {
  open: 'An import that is being prepared: nothing of it is recorded.',
  'laying out': 'Its rows are being laid out for review.',
  waiting: 'An import that waits for a second person.',
  recording: 'Approved: its rows are being recorded.',
  over: 'An import that is over.',
}

function LayingOut({ found, path, isOwn }: { found: ImportInFull; path: string; isOwn: boolean }) {
  return (
    <>
      <Live path={path} />
      <Progress done={found.laidOut} total={found.total ?? 0} words="rows are laid out" />
      {isOwn ? <Act id={found.draft.id} label="Cancel" action={stop} /> : null}
      <p className="mt-4 font-sans text-sm text-soft">
        You may leave this page. Nothing is public before a second person has approved it.
      </p>
    </>
  )
}

function Recording({ found, path }: { found: ImportInFull; path: string }) {
  return (
    <>
      <Live path={path} />
      <Progress done={found.over} total={found.laidOut} words="rows are recorded" />
      <p className="mt-4 font-sans text-sm text-soft">
        You may leave this page. Each row is recorded once, also when the worker is stopped in between.
      </p>
      <RowFaults faults={found.faults} />
    </>
  )
}

type LaidOutProps = { viewer: Member; found: ImportInFull; path: string; asked: string }

async function LaidOut({ viewer, found, path, asked }: LaidOutProps) {
  const { draft, laidOut, amended, faults } = found
  const page = readPageNumber(asked) ?? 1
  const rows = await listImportRows(viewer, draft.id, page)
  const pages = Math.max(1, Math.ceil(laidOut / rowsPerPage))
  const count = (many: number) => many.toLocaleString('en')
  return (
    <div className="mt-8 grid gap-10 lg:grid-cols-[1fr_18rem]">
      <div className="min-w-0">
        <p className="mb-4 max-w-measure">
          {count(laidOut - amended)} commitments are new and {count(amended)} amended. The whole is approved
          or returned as one; each row is then an entry of its own in the ledger.
        </p>
        <RowFaults faults={faults} />
        <ImportRows rows={rows} />
        <Pager page={page} pages={pages} href={(to) => `${path}?page=${to}`} />
      </div>
      <aside aria-label="What you may do" className="space-y-6">
        <DraftActs viewer={viewer} draft={draft} held={null} />
      </aside>
    </div>
  )
}
