import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { page: number; pages: number; href: (page: number) => string; language?: Language }

/** Links to the pages before and after; says so when the page asked for is beyond the last. */
export function Pager({ page, pages, href, language = 'en' }: Props) {
  const t = wordsOf(language, 'frame')
  if (page > pages)
    return (
      <p role="alert" className="mt-6">
        {t.rich('onlyPages', { pages, link: (text) => <a href={href(pages)}>{text}</a> })}
      </p>
    )
  if (pages === 1) return null
  return (
    <nav aria-label={t('pages')} className="mt-6 flex gap-5 font-sans text-sm">
      {page > 1 ? (
        <a rel="prev" href={href(page - 1)} className="py-1">
          {t('earlierPage')}
        </a>
      ) : null}
      <span className="py-1 text-soft">{t('pageOf', { page, pages })}</span>
      {page < pages ? (
        <a rel="next" href={href(page + 1)} className="py-1">
          {t('nextPage')}
        </a>
      ) : null}
    </nav>
  )
}
