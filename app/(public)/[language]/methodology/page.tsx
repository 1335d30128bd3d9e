import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { languageOf, type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { StatusTable } from '#components/progress/status-table.tsx'
import { articleKinds } from '#lib/articles/rules.ts'
import type { Localised } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { bearings, grades, statusOrder } from '#lib/updates/rules.ts'

type Props = { params: Params; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const language = await languageOf(params)
  return titled(wordsOf(language, 'methodology')('title'), language)
}

const code = (text: ReactNode) => <code>{text}</code>

export default async function Methodology({ params, searchParams }: Props) {
  const page = await readPageRequest(params, searchParams)
  const { language, href } = page
  const t = wordsOf(language, 'methodology')
  const either = new Intl.ListFormat(language, { type: 'disjunction' })
  const list = (words: Record<string, Required<Localised>>) =>
    either.format(Object.values(words).map((each) => each[language]))
  const link = (path: string) => (text: ReactNode) => <a href={href(path)}>{text}</a>
  return (
    <StaticMarkup as="article" className="max-w-measure [&>:is(p,ul)]:mt-3">
      <ClockNotice {...page} now="/methodology" by="neither" />
      <h1>{t('heading')}</h1>
      <h2 id="statuses">{t('statuses')}</h2>
      <p>{t('statusesWhy', { count: statusOrder.length })}</p>
      <StatusTable language={language} />
      <h2 id="score">{t('score')}</h2>
      <p>{t('scoreWhy')}</p>
      <h2 id="staleness">{t('staleness')}</h2>
      <p>{t('stalenessWhy')}</p>
      <h2 id="clocks">{t('clocks')}</h2>
      <p>{t.rich('clocksWhy', { code })}</p>
      <h2 id="evidence">{t('evidence')}</h2>
      <p>{t('evidenceWhy', { bearings: list(bearings) })}</p>
      <ul className="list-disc space-y-1 pl-5">
        {Object.values(grades).map(({ word, meaning }) => (
          <li key={word.en}>
            {t.rich('grade', { word: () => <strong>{word[language]}</strong>, meaning: meaning[language] })}
          </li>
        ))}
      </ul>
      <p>{t('secondPerson')}</p>
      <h2 id="captures">{t('captures')}</h2>
      <p>{t('capturesWhy', { kinds: list(articleKinds) })}</p>
      <p>{t.rich('manners', { code })}</p>
      <h2 id="proposals">{t('proposals')}</h2>
      <p>{t('proposalsWhy')}</p>
      <h2 id="corrections">{t('corrections')}</h2>
      <p>{t.rich('correctionsWhy', { list: link('/corrections') })}</p>
      <h2 id="ledger">{t('ledger')}</h2>
      <p>{t.rich('ledgerWhy', { list: link('/ledger') })}</p>
    </StaticMarkup>
  )
}
