// In which language a public address is meant, and where to go when it does not say.

import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'

const languages = ['en', 'zh']
// The first words of public addresses; those that are files are the same in every language.
const pages = /^\/($|(articles|commitments|corrections|ledger|methodology|search|summits)(\/|$))/
const files = /^\/ledger\/(download|checkpoint)$/

/** Where a public address without a language leads, by what the reader's browser asks for; undefined where it has one. */
export function localisedAddress(req: Pick<IncomingMessage, 'url' | 'headers'>): string | undefined {
  const address = req.url ?? '/'
  const [path = '/'] = address.split('?', 1)
  if (!pages.test(path) || files.test(path)) return undefined
  const language = new Negotiator(req).language(languages) ?? 'en'
  return `/${language}${path === '/' ? '' : path}${address.slice(path.length)}`
}
