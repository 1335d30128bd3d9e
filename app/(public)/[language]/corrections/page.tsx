import type { Metadata } from 'next'
import { languageOf, type Params, type Query, readPageRequest, refuse } from '#app/(public)/request-params.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import type { Href } from '#app/request-url.ts'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { AutoLang } from '#components/ui/auto-lang.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { InLanguage, OnlyNote } from '#components/ui/in-language.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { type Correction, listCorrections } from '#lib/corrections/read.ts'
import { instantInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { readPageNumber } from '#lib/page-number.ts'

type Props = { params: Params; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const language = await languageOf(params)
  return titled(wordsOf(language, 'corrections')('title'), language)
}

export default async function Corrections({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readPageRequest(params, searchParams)
  const number = readPageNumber(read.asked.page)
  const page = refuse(read, number ? [] : [wordsOf(read.language, 'clocks')('notAPage')])
  const { language, href } = page
  const t = wordsOf(language, 'corrections')
  const { rows, total, pages } = await listCorrections(viewer, page.clocks, number ?? 1)
  if ((number ?? 1) > pages) setAnswerStatus(404)
  return (
    <StaticMarkup>
      <ClockNotice {...page} now="/corrections" by="known" />
      <h1>{t('heading', { total })}</h1>
      <p className="mt-3 max-w-measure">{t.rich('why', { known: (text) => <em>{text}</em> })}</p>
      <ClockForm {...page} path="/corrections" by="known" />
      {total ? (
        <ul className="mt-8 divide-y divide-rule border-y border-rule">
          {rows.map((row) => (
            <li key={`${row.id} ${row.at.getTime()}`} className="py-4">
              <Gone {...{ row, language, href }} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty act={<ButtonLink href={href('/commitments')}>{t('toCommitments')}</ButtonLink>}>
          {t('empty')}
        </Empty>
      )}
      <Pager
        language={language}
        page={number ?? 1}
        pages={pages}
        href={(to) => href('/corrections', to > 1 ? { page: String(to) } : {})}
      />
    </StaticMarkup>
  )
}

function Gone({ row, language, href }: { row: Correction; language: Language; href: Href }) {
  const { id, byId, at, reason, ref, headline, byHeadline } = row
  const t = wordsOf(language, 'corrections')
  const place = (update: string) => `${href(`/commitments/${ref}`)}#update-${update}`
  const gone = say(headline, language)
  const said = { ref, at: instantInWords(at, language) }
  return (
    <>
      <p className="font-sans text-sm text-soft">{byId ? t('corrected', said) : t('withdrawn', said)}</p>
      <p>
        <a href={place(id)}>
          <s lang={gone.language}>{gone.text}</s>
        </a>{' '}
        <OnlyNote text={headline} language={language} />
        {byId && byHeadline ? (
          <>
            {' '}
            →{' '}
            <a href={place(byId)}>
              <InLanguage text={byHeadline} language={language} />
            </a>
          </>
        ) : null}
      </p>
      <p className="mt-1 max-w-measure whitespace-pre-line">
        <AutoLang text={reason} />
      </p>
    </>
  )
}
