import type { ReactNode } from 'react'
import { Quotation, translationOf } from '#components/commitments/quotation.tsx'
import { distinctWords } from '#engines/text/distinct-words.ts'
import type { CommitmentLine } from '#lib/commitments/read.ts'
import { dateInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { Statement } from '#lib/statements/read.ts'

type Place = { language: Language; href: (path: string) => string }
type Props = Place & { line: CommitmentLine; sayings: Statement[] }

/** What each side said of one commitment, an occasion after another, the sides next to each other. */
export function Statements({ line, sayings, ...place }: Props) {
  const t = wordsOf(place.language, 'statements')
  const occasions = [...Map.groupBy(sayings, ({ day }) => day)]
  return occasions.map(([day, said]) => (
    <section key={day} className="mt-5">
      <h3 className="mt-0 font-sans text-sm font-semibold text-soft">
        {day === null
          ? t('undated')
          : t(said.some(({ isDated }) => isDated) ? 'occasion' : 'undatedOf', {
              date: dateInWords(day, 'DAY', place.language),
            })}
      </h3>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {line.parties.map((party) => (
          <Side
            key={party.id}
            name={say(party.name, place.language)}
            own={said.filter(({ partyId }) => partyId === party.id)}
            others={said.filter(({ partyId }) => partyId !== party.id)}
            {...place}
          />
        ))}
      </div>
    </section>
  ))
}

type SideProps = Place & {
  name: { text: string; language: Language }
  own: Statement[]
  others: Statement[]
}

function Side({ name, own, others, language, href }: SideProps) {
  return (
    <div className="border-t border-edge pt-3">
      <h4 lang={name.language} className="font-semibold">
        {name.text}
      </h4>
      {own.length ? null : <p className="text-soft">{wordsOf(language, 'statements')('silent')}</p>}
      {own.map((saying) => {
        const translated = translationOf(saying, language)
        return (
          <Quotation
            key={saying.excerptId}
            passage={saying}
            words={<Own text={saying.exact} language={saying.language} others={others} />}
            translated={translated && <Own text={translated} language={language} others={others} />}
            {...{ language, href }}
          />
        )
      })}
    </div>
  )
}

/** Compared in the language at hand; where the others said nothing in it, nothing is told apart. */
function Own({ text, language, others }: { text: string; language: string; others: Statement[] }) {
  const theirs = others.flatMap(({ language: theirLanguage, exact, translation }) => {
    const translated = language === 'en' || language === 'zh' ? translation[language] : undefined
    const words = theirLanguage === language ? exact : translated
    return words ? [words] : []
  })
  if (theirs.length === 0) return text
  return distinctWords(text, theirs, language).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, drawn once
    part.isOwn ? <OwnWords key={at}>{part.text}</OwnWords> : part.text,
  )
}

/** Words that only one side used: underlined, not by colour alone. */
export function OwnWords({ children }: { children: ReactNode }) {
  return (
    <em className="not-italic underline decoration-accent decoration-2 underline-offset-4 [text-emphasis:none]">
      {children}
    </em>
  )
}
