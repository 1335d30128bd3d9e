import type { Metadata } from 'next'
import { type Params, type Query, readAsked, refuse } from '#app/(public)/asked.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { readPage } from '#lib/commitments/rules.ts'
import { instantInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type Correction, listCorrections } from '#lib/updates/corrections.ts'

type Props = { params: Params; searchParams: Query }

export const generateMetadata = (): Metadata => titled('Corrections')

export default async function Corrections({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readAsked(params, searchParams)
  const number = readPage(read.asked.page)
  const page = refuse(read, number ? [] : [wordsOf(read.language, 'clocks')('notAPage')])
  const { rows, total, pages } = await listCorrections(viewer, page.clocks, number ?? 1)
  if ((number ?? 1) > pages) setAnswerStatus(404)
  return (
    <>
      <ClockNotice {...page} now="/corrections" />
      <h1>
        {total
          ? `${total.toLocaleString('en')} ${total === 1 ? 'update was' : 'updates were'} corrected or withdrawn`
          : 'Nothing was corrected or withdrawn'}
      </h1>
      <p className="mt-3 max-w-measure">
        What was published stays, also when it was wrong: beside it stands what was wrong with it, and when
        that was said. Ask any page for an earlier <em>known</em> date, and it answers as it did before the
        correction.
      </p>
      {total ? (
        <ul className="mt-8 divide-y divide-rule border-y border-rule">
          {rows.map((row) => (
            <li key={`${row.id} ${row.at.getTime()}`} className="py-4">
              <Gone row={row} href={page.href} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty act={<ButtonLink href={page.href('/commitments')}>See all commitments</ButtonLink>}>
          Corrections and withdrawals are listed here with their reasons.
        </Empty>
      )}
      <Pager
        page={number ?? 1}
        pages={pages}
        href={(to) => page.href('/corrections', to > 1 ? { page: String(to) } : {})}
      />
    </>
  )
}

function Gone({ row, href }: { row: Correction; href: (path: string) => string }) {
  const { id, byId, at, reason, ref, headline, byHeadline } = row
  const old = say(headline, 'en')
  const anew = byHeadline && say(byHeadline, 'en')
  const place = (update: string) => `${href(`/commitments/${ref}`)}#update-${update}`
  return (
    <>
      <p className="font-sans text-sm text-soft">
        {ref} · {byId ? 'corrected' : 'withdrawn'} {instantInWords(at)}
      </p>
      <p>
        <a href={place(id)} lang={old.language}>
          <s>{old.text}</s>
        </a>
        {byId && anew ? (
          <>
            {' '}
            →{' '}
            <a href={place(byId)} lang={anew.language}>
              {anew.text}
            </a>
          </>
        ) : null}
      </p>
      <p className="mt-1 max-w-measure whitespace-pre-line">{reason}</p>
    </>
  )
}
