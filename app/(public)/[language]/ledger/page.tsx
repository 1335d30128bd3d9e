import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { languageOf, type Params, type Query, readPageRequest, refuse } from '#app/(public)/request-params.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { StaticMarkup } from '#app/static-markup.tsx'
import { Entries } from '#components/commitments/entries.tsx'
import { HowToVerify } from '#components/ledger/how-to-verify.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { instantInWords, upTo } from '#lib/dates.ts'
import { gap, type Language } from '#lib/languages.ts'
import { getSigned } from '#lib/ledger/checkpoint.ts'
import { type Check, getHead, listEntries } from '#lib/ledger/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { readPageNumber } from '#lib/page-number.ts'

type Props = { params: Params; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const language = await languageOf(params)
  return titled(wordsOf(language, 'ledger')('title'), language)
}

export default async function Ledger({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readPageRequest(params, searchParams)
  const number = readPageNumber(read.asked.page)
  const page = refuse(read, number ? [] : [wordsOf(read.language, 'clocks')('notAPage')])
  const { language, href } = page
  const t = wordsOf(language, 'ledger')
  const known = upTo(page.clocks)
  const [{ head, check }, { entries, total, pages }, signed] = await Promise.all([
    getHead(viewer, known),
    listEntries(viewer, known, number ?? 1),
    getSigned(viewer, known),
  ])
  if ((number ?? 1) > pages) setAnswerStatus(404)
  return (
    <StaticMarkup>
      <ClockNotice {...page} now="/ledger" by="known" />
      <h1>{t('heading', { total })}</h1>
      <p className="mt-3 max-w-measure">
        {t('what')}
        {gap(language)}
        <Verified check={check} language={language} />
      </p>
      {head ? (
        <p className="mt-2 font-sans text-sm">
          {t.rich('head', {
            seq: head.seq,
            at: instantInWords(head.at, language),
            hash: () => <code className="break-all">{head.hash}</code>,
          })}
        </p>
      ) : null}
      <ClockForm {...page} path="/ledger" by="known" />
      {entries.length ? (
        <section>
          <h2>{t('entries')}</h2>
          <Entries {...{ entries, language, href }} />
        </section>
      ) : null}
      <Pager
        language={language}
        page={number ?? 1}
        pages={pages}
        href={(to) => href('/ledger', to > 1 ? { page: String(to) } : {})}
      />
      <HowToVerify {...signed} {...{ language, href }} />
    </StaticMarkup>
  )
}

function Verified({ check, language }: { check: Check | null; language: Language }): ReactNode {
  const t = wordsOf(language, 'ledger')
  if (!check) return t('unchecked')
  const at = instantInWords(check.at, language)
  if (check.fault) return t.rich('faulty', { at, fault: () => <span lang="en">{check.fault}</span> })
  return t('sound', { at, entries: check.seq, snapshots: check.snapshots, excerpts: check.excerpts })
}
