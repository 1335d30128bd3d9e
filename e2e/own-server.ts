// A server of a test's own, on the database of the journeys unless told otherwise: to be stopped, or read to the last line.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#bin/postgres.ts'
import { startServer } from '#bin/supervise.ts'

export async function ownServer(more: Record<string, string> = {}) {
  const logs = mkdtempSync(join(tmpdir(), 'followthrough-own-'))
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    NODE_OPTIONS: '',
    ...more,
  }
  const server = await startServer({ env, dev: false, logs }, (reason) => console.error(reason.message))
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    /** Everything it has written. */
    said: () => readFileSync(join(logs, 'server.log'), 'utf8'),
    /** Asks it to stop, and returns when it is gone. */
    stop: () => server.end(),
    discard: async () => {
      await server.end()
      rmSync(logs, { recursive: true, force: true })
    },
  }
}
