// The origin of this installation, from BASE_URL alone: never from Host or X-Forwarded-Host, which anybody can forge.

import type { IncomingMessage } from 'node:http'

/** Scheme, host and port by which people reach us. */
export const ownOrigin = () =>
  URL.parse(process.env.BASE_URL ?? '')?.origin ?? `http://localhost:${process.env.PORT || 3000}`

/**
 * Sets the Host header to our own and removes what proxies forward but the client's address. Next asks both: a forged one
 * would fail every form, and so would an honest proxy that passes on another name than BASE_URL's.
 */
export function pinHost({ headers }: IncomingMessage): void {
  headers.host = new URL(ownOrigin()).host
  for (const name of Object.keys(headers))
    if (name === 'forwarded' || /^x-forwarded-(?!for)/.test(name)) delete headers[name]
}
