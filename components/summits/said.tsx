import type { CommitmentLine } from '#lib/commitments/read.ts'
import { dateInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import type { Saying } from '#lib/progress/said.ts'
import { ownWords } from '#lib/wording/rules.ts'

type Props = { line: CommitmentLine; sayings: Saying[]; href: (path: string) => string }

/** One commitment in each side's own words, side by side; words that only one side used are underlined. */
export function Said({ line, sayings, href }: Props) {
  const title = say(line.title, 'en')
  return (
    <section aria-labelledby={`said-${line.ref}`}>
      <h2 id={`said-${line.ref}`} lang={title.language}>
        <a href={href(`/commitments/${line.ref}`)}>{title.text}</a>
      </h2>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {line.parties.map((party) => {
          const name = say(party.name, 'en')
          const own = sayings.filter((each) => each.partyId === party.id)
          const others = sayings.filter((each) => each.partyId !== party.id)
          return (
            <div key={party.id} className="border-t border-edge pt-3">
              <h3 lang={name.language} className="mt-0">
                {name.text}
              </h3>
              {own.length ? (
                own.map((each) => <Passage key={each.id} saying={each} others={others} />)
              ) : (
                <p className="text-soft">No passage of this side is quoted for it.</p>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}

function Passage({ saying, others }: { saying: Saying; others: Saying[] }) {
  const { exact, language, translation, speaker, articleId, id, articleTitle, publishedOn } = saying
  const translated = translation.en ?? ''
  return (
    <figure className="mt-3">
      <blockquote lang={language} className="whitespace-pre-line border-l-2 border-rule pl-4">
        <bdi>
          <Own text={exact} language={language} others={others} />
        </bdi>
      </blockquote>
      {translated && language !== 'en' ? (
        <p lang="en" className="mt-1 pl-4.5 text-soft">
          <Own text={translated} language="en" others={others} />
        </p>
      ) : null}
      <figcaption className="mt-1 pl-4.5 font-sans text-sm text-soft">
        {speaker ? `${speaker}, in ` : ''}
        <a href={`/articles/${articleId}#excerpt-${id}`} lang={language}>
          <bdi>{articleTitle}</bdi>
        </a>
        {publishedOn ? `, ${dateInWords(publishedOn)}` : ''}
      </figcaption>
    </figure>
  )
}

/** Compared in the language at hand; where the others said nothing in it, nothing is told apart. */
function Own({ text, language, others }: { text: string; language: string; others: Saying[] }) {
  const theirs = others.flatMap((each) => {
    const words =
      each.language === language ? each.exact : language === 'en' ? each.translation.en : undefined
    return words ? [words] : []
  })
  if (theirs.length === 0) return text
  return ownWords(text, theirs, language).map((part, at) =>
    part.isOwn ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, drawn once
      <em key={at} className="not-italic underline decoration-accent decoration-1 underline-offset-4">
        {part.text}
      </em>
    ) : (
      part.text
    ),
  )
}
