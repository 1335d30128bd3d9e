import { dateInWords, dayOf, instantInWords } from '#lib/dates.ts'
import type { EvidenceInFull } from '#lib/updates/read.ts'
import { bearings, grades } from '#lib/updates/rules.ts'

type Excerpt = NonNullable<EvidenceInFull['excerpt']>

/** One piece of evidence: its grade, the words in their context or the place to look, and the facts of its source. */
export function Evidence({ evidence }: { evidence: EvidenceInFull }) {
  const { article, excerpt, bearing, locator } = evidence
  return (
    <li className="border-t border-rule py-5">
      <p className="font-sans text-sm">
        <strong>{excerpt ? grades.quote.word.en : grades.citation.word.en}</strong>
        <span className="text-soft">
          {' '}
          · {bearings[bearing].en}
          {excerpt ? '' : ' · no archived text to check against'}
        </span>
      </p>
      {excerpt ? <Quote excerpt={excerpt} language={article.language} /> : null}
      {locator ? <p className="mt-2">Where: {locator}</p> : null}
      <p className="mt-3 font-sans text-sm text-soft">
        <a href={`/desk/articles/${article.id}`} lang={article.language}>
          {article.title}
        </a>
        {article.publisher ? `, ${article.publisher}` : ''}
        {article.publishedOn
          ? `, ${dateInWords(dayOf(article.publishedOn), article.publishedPrecision)}`
          : ', date not recorded'}
        {article.voiceParty ? ` · voice of ${article.voiceParty.code}` : ' · independent voice'}
        {article.address ? (
          <>
            {' · '}
            <a href={article.address} rel="noreferrer nofollow">
              where it was published
            </a>
          </>
        ) : null}
      </p>
    </li>
  )
}

function Quote({ excerpt, language }: { excerpt: Excerpt; language: string }) {
  return (
    <>
      <blockquote
        lang={language}
        className="mt-3 max-w-measure whitespace-pre-line border-l-2 border-rule pl-4"
      >
        <span className="text-soft">{excerpt.before}</span>
        <mark>{excerpt.exact}</mark>
        <span className="text-soft">{excerpt.after}</span>
      </blockquote>
      <p className="mt-2 font-sans text-sm">
        {[excerpt.speaker, excerpt.party?.code].filter(Boolean).join(', ') || 'Speaker not recorded'}
      </p>
      <p className="font-sans text-xs break-all text-soft">
        Archived {instantInWords(excerpt.snapshot.takenAt)}, characters {excerpt.start}–{excerpt.end}, SHA-256
        of the text {excerpt.snapshot.textSha256.slice(0, 16)}…
      </p>
    </>
  )
}
