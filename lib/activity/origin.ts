// The IP address and user agent of the current request, which the server leaves in its AsyncLocalStorage.

import type { AsyncLocalStorage } from 'node:async_hooks'

export type Origin = { address?: string | undefined; device?: string | undefined }

// The server's own files and the pages are bundled apart: the global is what both can see.
const key = Symbol.for('followthrough.answer')

/** The address and user agent of the request at hand; neither for the command line and the jobs. */
export function origin(): Origin {
  const storage = (globalThis as { [key]?: AsyncLocalStorage<{ origin?: Origin }> })[key]
  return storage?.getStore()?.origin ?? {}
}
