// Knows what a fetch is handed about the world outside: which machines it may reach, how names are resolved, and the
// user agent by which it says who asks.

import { openOrPrivate, openWeb } from '#engines/fetching/addresses.ts'
import { type Network, resolveName } from '#engines/fetching/exchange.ts'

export type Outside = Network & { userAgent: string }

/** The web as this machine sees it. With `allowPrivate` also this machine and its own network, for trying things out. */
export function theWeb({ allowPrivate, userAgent }: { allowPrivate: boolean; userAgent: string }): Outside {
  return { reach: allowPrivate ? openOrPrivate : openWeb, resolve: resolveName, userAgent }
}
