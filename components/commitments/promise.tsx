import type { CommitmentPage } from '#lib/commitments/read.ts'
import { say } from '#lib/languages.ts'

/** What was promised, the archived words it is spoken of in, and what must be so for it to count as kept. */
export function WhatWasPromised({ commitment }: { commitment: CommitmentPage }) {
  const text = say(commitment.text, 'en')
  const { promised } = commitment
  return (
    <section className="max-w-measure">
      <h2>What was promised</h2>
      <p lang={text.language} className="text-lg">
        {text.text}
      </p>
      {promised ? (
        <figure className="mt-4">
          <blockquote lang={promised.language} className="border-l-2 border-edge pl-4">
            “{promised.exact}”
          </blockquote>
          <figcaption className="pl-4.5 font-sans text-sm text-soft">
            {promised.speaker ? `${promised.speaker}, in ` : ''}
            <a
              href={`/articles/${promised.articleId}#excerpt-${promised.excerptId}`}
              lang={promised.language}
            >
              {promised.articleTitle}
            </a>
          </figcaption>
        </figure>
      ) : (
        <p className="mt-2 text-soft">No archived passage of the promise is recorded; the wording is ours.</p>
      )}
      <h3>It counts as kept when</h3>
      <ul className="list-disc pl-5">
        {commitment.criteria.map(({ position, text }) => {
          const criterion = say(text, 'en')
          return (
            <li key={position} lang={criterion.language}>
              {criterion.text}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
