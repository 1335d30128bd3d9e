// Outbound adapters: how this installation reaches the web, by what user agent, which addresses it may fetch.

import { readBytes } from '#engines/extraction/sandbox.ts'
import { type Fetched, fetchPage } from '#engines/fetching/fetch.ts'
import { type Outside, theWeb } from '#engines/fetching/outside.ts'
import { agentName } from '#engines/fetching/politeness.ts'
import { outsideEnv } from '#lib/env.ts'
import about from '#package.json' with { type: 'json' }

/** What leads out of the process when a source is read; tests hand in their own, which reach their own servers. */
export type Adapters = {
  fetchPage: (address: string, options?: { signal?: AbortSignal }) => Promise<Fetched>
  readBytes: typeof readBytes
}

export const web: Adapters = {
  fetchPage: (address, options) => fetchPage(address, { ...options, outside: outside() }),
  readBytes,
}

function outside(): Outside {
  const { BASE_URL, CAPTURE_CONTACT, FETCH_ALLOW_PRIVATE } = outsideEnv()
  return theWeb({
    allowPrivate: FETCH_ALLOW_PRIVATE !== undefined,
    userAgent: userAgentOf(BASE_URL ?? '', CAPTURE_CONTACT ?? ''),
  })
}

/** Who asks: the product, its version, and where the people of a site can read what it does and write to somebody. */
export function userAgentOf(baseUrl: string, contact: string): string {
  const page = baseUrl && !/\/\/(localhost|127\.|\[::1)/.test(baseUrl) ? `+${baseUrl}/methodology` : ''
  const more = [page, contact].filter(Boolean).join('; ')
  return `${agentName}/${about.version}${more ? ` (${more})` : ''}`
}
