import type { ReactNode } from 'react'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = {
  language: Language
  href: (path: string) => string
  /** The page's path without its language. */
  path: string
  /** The whole short address. */
  short: string
  /** What the page has besides: its data as files, a form for errors. */
  has?: { data?: boolean; report?: boolean }
}

/** How to take a page along. The short address is selected by one click, because nothing here runs to copy it. */
export function ShareLine({ language, href, path, short, has = {} }: Props) {
  const t = wordsOf(language, 'sharing')
  const file = (format: string) => (text: ReactNode) => (
    <a href={href(`${path}/export/${format}`)} download>
      {text}
    </a>
  )
  return (
    <div className="no-print mt-5 flex flex-wrap items-baseline gap-x-6 gap-y-1 font-sans text-sm">
      <a href={href(`${path}/cite`)}>{t('cite')}</a>
      {has.data ? <span>{t.rich('download', { json: file('json'), csv: file('csv') })}</span> : null}
      {has.report ? <a href={href(`${path}/report`)}>{t('report')}</a> : null}
      <span>
        {t('short')}{' '}
        <code className="rounded bg-leaf px-1.5 py-0.5 select-all [overflow-wrap:anywhere]">{short}</code>{' '}
        <span className="text-soft">{t('select')}</span>
      </span>
      <span className="text-soft">{t('print')}</span>
    </div>
  )
}
