import type { ReactNode } from 'react'
import { AutoLang } from '#components/ui/auto-lang.tsx'
import { instantInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Line = { ref: string; title: { en?: string; zh?: string }; reason: string; at: Date }
type Props = {
  merges: { into: Line | null; from: Line[] }
  language: Language
  href: (path: string) => string
}

/** That a commitment was merged into another, and which were merged into it. */
export function Merges({ merges: { into, from }, language, href }: Props) {
  const t = wordsOf(language, 'commitment')
  const facts = ({ ref, title, reason, at }: Line) => ({
    what: `${ref} · ${say(title, language).text}`,
    at: instantInWords(at, language),
    reason: () => <AutoLang text={reason} />,
    link: (text: ReactNode) => <a href={href(`/commitments/${ref}`)}>{text}</a>,
  })
  return (
    <>
      {into ? (
        <p className="mt-4 max-w-measure border-l-2 border-accent pl-4">
          {t.rich('mergedInto', facts(into))}
        </p>
      ) : null}
      {from.map((line) => (
        <p key={line.ref} className="mt-4 max-w-measure text-soft">
          {t.rich('mergedHere', facts(line))}
        </p>
      ))}
    </>
  )
}
