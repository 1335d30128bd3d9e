import type { Metadata } from 'next'
import { type Params, type Query, readAsked, refuse } from '#app/(public)/asked.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { Entries } from '#components/commitments/entries.tsx'
import { HowToVerify } from '#components/ledger/how-to-verify.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { readPage } from '#lib/commitments/rules.ts'
import { instantInWords } from '#lib/dates.ts'
import { getSigned } from '#lib/ledger/checkpoint.ts'
import { type Check, getHead, listEntries } from '#lib/ledger/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { params: Params; searchParams: Query }

export const generateMetadata = (): Metadata => titled('Ledger')

export default async function Ledger({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readAsked(params, searchParams)
  const number = readPage(read.asked.page)
  const page = refuse(read, number ? [] : [wordsOf(read.language, 'clocks')('notAPage')])
  const [{ head, check }, { entries, total, pages }, signed] = await Promise.all([
    getHead(viewer),
    listEntries(viewer, page.clocks.known, number ?? 1),
    getSigned(viewer),
  ])
  if ((number ?? 1) > pages) setAnswerStatus(404)
  return (
    <>
      <ClockNotice {...page} now="/ledger" />
      <h1>
        {total
          ? `${total.toLocaleString('en-GB')} ${total === 1 ? 'entry' : 'entries'}, each sealed by the one before`
          : 'Nothing has been published yet'}
      </h1>
      <p className="mt-3 max-w-measure">
        Everything published is an entry here: its hash covers its content and the hash of the entry before,
        so that nothing can be rewritten unseen. {inWords(check)}
      </p>
      {head.seq ? (
        <p className="mt-2 font-sans text-sm break-all">
          Head: entry {head.seq}, {instantInWords(head.at)}, <code>{head.hash}</code>
        </p>
      ) : null}
      {entries.length ? (
        <section>
          <h2>Entries, newest first</h2>
          <Entries entries={entries} />
        </section>
      ) : null}
      <Pager
        page={number ?? 1}
        pages={pages}
        href={(to) => page.href('/ledger', to > 1 ? { page: String(to) } : {})}
      />
      <HowToVerify {...signed} />
    </>
  )
}

function inWords(check: Check | null): string {
  if (!check) return 'No verification has run yet.'
  const when = `The last verification, ${instantInWords(check.at)}, `
  if (check.fault) return `${when}found a fault: ${check.fault}`
  return `${when}went over ${check.seq} entries, ${check.snapshots} archived sources and ${check.excerpts} excerpts, and found no fault.`
}
