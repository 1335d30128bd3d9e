// Guesses what kind of source a page is and whose voice it has, from its address. A person confirms or corrects it.

import type { ArticleKind } from '#lib/generated/prisma/enums.ts'

/** Second labels under which governments publish, by the country code above them (gov.cn, go.jp, gouv.fr). */
const official = /(?:^|\.)(?:gov|gob|gouv|gub|go|govt|mil)\.([a-z]{2})$/
const unusual: Record<string, string> = {
  'europa.eu': 'EU',
  'canada.ca': 'CA',
  'admin.ch': 'CH',
  'bund.de': 'DE',
  'bundesregierung.de': 'DE',
  'auswaertiges-amt.de': 'DE',
  'kremlin.ru': 'RU',
  'un.org': 'UN',
  'nato.int': 'NATO',
}
const countries: Record<string, string> = { UK: 'GB' }

/**
 * The code of the party that speaks through an address (ISO 3166-1 alpha-2, or an organisation's short name), or
 * null when it is nobody's own. .gov and .mil are the United States' alone (RFC 1591; dotgov.gov).
 */
export function guessVoice(address: string | null): string | null {
  const host = address ? (URL.parse(address)?.hostname ?? '') : ''
  if (/\.(gov|mil)$/.test(host)) return 'US'
  const country = official.exec(host)?.[1]?.toUpperCase()
  if (country) return countries[country] ?? country
  const own = Object.keys(unusual).find((each) => host === each || host.endsWith(`.${each}`))
  return own ? (unusual[own] ?? null) : null
}

/** What kind of source it is: a government's own site publishes readouts, anything else is taken for news. */
export function guessKind(address: string | null): ArticleKind {
  return guessVoice(address) ? 'OFFICIAL_READOUT' : 'NEWS'
}
