// In which language a public address is meant, and where to go when it does not say.

import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'

const languages = ['en', 'zh']
// The first words of public addresses; those that are files are the same in every language.
const pages =
  /^\/($|(articles|charts|commitments|compare|corrections|ledger|methodology|search|summits)(\/|$))/
// The shortest addresses of what people pass on; updates and excerpts have theirs in app/(public).
const shorts = /^\/(a|c|s)\/([\w-]{1,80})$/
const files = /^\/ledger\/(download|checkpoint)$/

/** Where a public address without a language leads, by what the reader's browser asks for; undefined where it has one. */
export function localisedAddress(req: Pick<IncomingMessage, 'url' | 'headers'>): string | undefined {
  const address = req.url ?? '/'
  const [asked = '/'] = address.split('?', 1)
  const path = inFull(asked)
  if (!pages.test(path) || files.test(path)) return undefined
  const language = new Negotiator(req).language(languages) ?? 'en'
  return `/${language}${path === '/' ? '' : path}${address.slice(asked.length)}`
}

function inFull(path: string): string {
  const [, kind, name = ''] = shorts.exec(path) ?? []
  if (kind === 'c') return `/commitments/${name.toUpperCase()}`
  if (kind === 'a') return `/articles/${name}`
  return kind === 's' ? `/summits/${name.toLowerCase()}` : path
}
