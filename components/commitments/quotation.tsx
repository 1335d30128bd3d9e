import type { ReactNode } from 'react'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = {
  passage: {
    articleId: string
    excerptId: string | null
    title: string
    /** BCP 47, of the article and so of the passage. */
    language: string
    speaker: string | null
    /** Of the source itself: paper cannot follow a link to the archive. */
    address?: string | null
  }
  words: ReactNode
  /** What it says in the reader's language, where somebody translated it. */
  translated?: ReactNode
  after?: ReactNode
  language: Language
  href: (path: string) => string
}

/** An archived passage: the original first, its translation below, then who says it and where it stands. */
export function Quotation({ passage, words, translated, after, language, href }: Props) {
  const { articleId, excerptId, title, speaker, address } = passage
  const source = (text: ReactNode) => (
    <a
      href={`${href(`/articles/${articleId}`)}#excerpt-${excerptId}`}
      lang={passage.language}
      data-source={address ?? undefined}
    >
      <bdi>{text}</bdi>
    </a>
  )
  return (
    <figure className="my-3 break-inside-avoid">
      <div className="border-l-2 border-accent pl-4">
        <blockquote lang={passage.language} className="whitespace-pre-line">
          <bdi>“{words}”</bdi>
        </blockquote>
        {translated ? (
          <p lang={language} className="mt-1 text-soft">
            {translated}
          </p>
        ) : null}
      </div>
      <figcaption className="mt-1 pl-4.5 font-sans text-sm text-soft">
        {speaker ? wordsOf(language, 'evidence').rich('spokenIn', { speaker, title, source }) : source(title)}{' '}
        {after}
      </figcaption>
    </figure>
  )
}

/** The translation of a passage into the reader's language, where it needs one and has it. */
export function translationOf(
  passage: { language: string; translation: { en?: string; zh?: string } | null },
  language: Language,
): string | undefined {
  return passage.language.startsWith(language) ? undefined : passage.translation?.[language]
}
