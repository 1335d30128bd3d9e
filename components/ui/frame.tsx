import type { ReactNode } from 'react'

export type NavLink = { href: string; label: string }

/** A page's outer shape: skip link, one row of navigation, the page, the foot. */
export function Frame(props: {
  nav: NavLink[]
  aside?: ReactNode
  notice?: ReactNode
  children: ReactNode
  foot?: ReactNode
}) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-5 sm:px-8">
      <a href="#content" className="sr-only focus:not-sr-only">
        Skip to the content
      </a>
      <header className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-rule py-4 font-sans text-sm">
        <a href="/" className="mr-2 font-serif text-lg font-semibold text-ink no-underline">
          Followthrough
        </a>
        <nav aria-label="Main" className="flex flex-wrap gap-x-5">
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
