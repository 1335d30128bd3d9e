import { Fragment } from 'react'
import { Quotation, translationOf } from '#components/commitments/quotation.tsx'
import { InLanguage, OnlyNote } from '#components/ui/in-language.tsx'
import type { CommitmentPage } from '#lib/commitments/read.ts'
import { sectionsOf } from '#lib/commitments/record.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { commitment: CommitmentPage; language: Language; href: (path: string) => string }

/** What was promised, the archived words it is spoken of in, and what must be so for it to count as kept. */
export function WhatWasPromised({ commitment, language, href }: Props) {
  const t = wordsOf(language, 'commitment')
  const { promised } = commitment
  const { criteria, text } = commitment.said
  // One note for the list: criteria are written in one go, in the same languages.
  const partial = criteria.find((each) => say(each, language).language !== language)
  return (
    <section className="max-w-measure">
      <h2>{t('promised')}</h2>
      <p className="text-lg">
        <InLanguage text={text} language={language} />
      </p>
      {promised ? (
        <Quotation
          passage={promised}
          words={promised.exact}
          translated={translationOf(promised, language)}
          {...{ language, href }}
        />
      ) : (
        <p className="mt-2 text-soft">{t('noPassage')}</p>
      )}
      <h3>
        {t('keptWhen')} {partial ? <OnlyNote text={partial} language={language} /> : null}
      </h3>
      <ul className="list-disc pl-5">
        {criteria.map((each, at) => {
          const criterion = say(each, language)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two criteria may read the same
            <li key={at} lang={criterion.language}>
              {criterion.text}
            </li>
          )
        })}
      </ul>
      {sectionsOf(commitment.said).map(({ heading, text }) => (
        <Fragment key={heading}>
          <h3>{t(heading)}</h3>
          <p>
            <InLanguage text={text} language={language} />
          </p>
        </Fragment>
      ))}
    </section>
  )
}
