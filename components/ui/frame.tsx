import type { ReactNode } from 'react'
import { StatusIcons } from '#components/ui/status-mark.tsx'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type NavLink = { href: string; label: string }

/** A page's outer shape: skip link, one row of navigation, the page, the foot. */
export function Frame(props: {
  language?: Language
  home?: string
  nav: NavLink[]
  aside?: ReactNode
  notice?: ReactNode
  children: ReactNode
  foot?: ReactNode
}) {
  const { language = 'en' } = props
  const t = wordsOf(language, 'frame')
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-5 sm:px-8">
      <StatusIcons />
      <a href="#content" className="sr-only focus:not-sr-only">
        {t('skip')}
      </a>
      <header className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-rule py-4 font-sans text-sm">
        <a href={props.home ?? '/'} className="mr-2 font-serif text-lg font-semibold text-ink no-underline">
          {t('product')}
        </a>
        <nav aria-label={t('main')} className="flex flex-wrap gap-x-5">
          {props.nav.map((link) => (
            <a
              key={link.href}
              href={link.href}
              className="inline-block py-1 text-soft no-underline hover:text-ink hover:underline"
            >
              {link.label}
            </a>
          ))}
        </nav>
        <div className="ml-auto flex flex-wrap items-baseline gap-x-5">{props.aside}</div>
      </header>
      {props.notice}
      <main id="content" className="grow py-8 sm:py-12">
        {props.children}
      </main>
      <footer className="border-t border-rule py-6 font-sans text-sm text-soft">{props.foot}</footer>
    </div>
  )
}
