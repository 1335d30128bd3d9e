// The locale redirect: where a public address that names no language leads, by Accept-Language and its short forms.

import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'
import { languages } from '#lib/languages.ts'
import { withoutLanguage, wordsInLanguage } from './public-routes.ts'

const words = new Set(wordsInLanguage)
// The shortest addresses of what people pass on; updates and excerpts have theirs in app/(public).
const shorts = /^\/(a|c|s)\/([\w-]{1,80})$/

/** The address in the reader's language, with all that was asked; undefined where it names one or is the same in all. */
export function localeRedirect(req: Pick<IncomingMessage, 'url' | 'headers'>): string | undefined {
  const address = req.url ?? '/'
  const [asked = '/'] = address.split('?', 1)
  const path = inFull(asked)
  const [, first = ''] = path.split('/')
  const isHome = path === '/'
  if (!isHome && (first === '' || !words.has(first))) return undefined
  if (withoutLanguage.includes(path)) return undefined
  const language = new Negotiator(req).language([...languages]) ?? 'en'
  return `/${language}${isHome ? '' : path}${address.slice(asked.length)}`
}

function inFull(path: string): string {
  const [, kind, name = ''] = shorts.exec(path) ?? []
  if (kind === 'c') return `/commitments/${name.toUpperCase()}`
  if (kind === 'a') return `/articles/${name}`
  return kind === 's' ? `/summits/${name.toLowerCase()}` : path
}
