import type { CommitmentLine, Neighbour } from '#lib/commitments/read.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Place = { language: Language; href: (path: string, more?: Record<string, string>) => string }

/** Where a commitment belongs: its summit, its reference, its area. */
export function Trail({ commitment, language, href }: Place & { commitment: CommitmentLine }) {
  const { summit, ref, area } = commitment
  return (
    <p className="mb-1.5 font-sans text-sm text-soft">
      <a href={href(`/summits/${summit.slug}`)}>{say(summit.name, language).text}</a> · {ref} ·{' '}
      <a href={href('/commitments', { area: area.slug })}>{say(area.name, language).text}</a>
    </p>
  )
}

/** The commitments of the same summit before and after this one. */
export function Neighbours(props: Place & { before: Neighbour; after: Neighbour }) {
  const { before, after, language, href } = props
  const link = (rel: 'prev' | 'next', { ref, title }: NonNullable<Neighbour>) => {
    const said = say(title, language)
    return (
      <a rel={rel} href={href(`/commitments/${ref}`)} lang={said.language}>
        {rel === 'prev' ? `← ${said.text}` : `${said.text} →`}
      </a>
    )
  }
  return (
    <nav
      aria-label={wordsOf(language, 'commitment')('neighbours')}
      className="mt-10 flex flex-wrap justify-between gap-4 font-sans text-sm"
    >
      {before ? link('prev', before) : <span />}
      {after ? link('next', after) : null}
    </nav>
  )
}
