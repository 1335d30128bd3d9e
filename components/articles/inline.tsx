import type { ReactNode } from 'react'
import type { TextRun } from '#components/articles/flow.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/** One piece of an archived text as an element; `numbers` are those of the excerpts in their order. */
export function drawn(
  each: TextRun,
  numbers: Map<string, number>,
  reader: Language,
  isLinked = false,
): ReactNode {
  if (each.kind === 'text')
    return (
      <span key={each.start} data-start={each.start} data-gap={each.gap || undefined}>
        {each.text}
      </span>
    )
  if (each.kind === 'page')
    return (
      <span key={`page ${each.page}`} lang={reader} className="article-page">
        {wordsOf(reader, 'sources')('page', { page: each.page })}
      </span>
    )
  const inside = each.inside.map((piece) => drawn(piece, numbers, reader, isLinked || each.kind === 'link'))
  const key = `${each.kind} ${each.start}`
  if (each.kind === 'excerpt')
    return (
      <mark key={`${key} ${each.id}`} id={each.isFirst ? `excerpt-${each.id}` : undefined}>
        {inside}
        {each.isLast ? (
          <Numbered id={each.id} number={numbers.get(each.id) ?? 0} {...{ reader, isLinked }} />
        ) : null}
      </mark>
    )
  if (each.kind === 'strong') return <strong key={key}>{inside}</strong>
  if (each.kind === 'emphasis') return <em key={key}>{inside}</em>
  return <Outside key={key} href={each.href ?? ''} inside={inside} />
}

// A link of the archived page leads out of it, and only to the web.
function Outside({ href, inside }: { href: string; inside: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return <span>{inside}</span>
  return (
    <a href={href} rel="nofollow noopener noreferrer">
      {inside}
    </a>
  )
}

type NumberedProps = { id: string; number: number; reader: Language; isLinked: boolean }

function Numbered({ id, number, reader, isLinked }: NumberedProps) {
  // A link within a link is none: there the number alone must do.
  if (isLinked) return <span className="article-number">{number}</span>
  return (
    <a
      href={`#about-${id}`}
      lang={reader}
      aria-label={wordsOf(reader, 'sources')('excerpt', { number })}
      className="article-number"
    >
      {number}
    </a>
  )
}
