// The set-up of the end-to-end tests: the production server and the worker, on a database of their own.

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { appOf, create, drop, named } from '#testing/databases.ts'
import { logs } from './paths.ts'
import { freePort } from './postgres.ts'
import { script } from './processes.ts'
import { type Kept, startServer, startWorker } from './supervise.ts'

type Attempt = (name: string, work: () => Promise<unknown>) => Promise<boolean>

export async function journeys(
  admin: string,
  signal: AbortSignal,
  attempt: Attempt,
  go: (env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  const name = `followthrough_e2e_${randomBytes(4).toString('hex')}`
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: named(await appOf(admin), name),
    AUTH_SECRET: randomBytes(32).toString('hex'),
    SECURITY_CONTACT: 'mailto:security@tracker.example',
    METRICS_TOKEN: randomBytes(16).toString('hex'),
    LEDGER_KEY: randomBytes(32).toString('base64url'),
    BASE_URL: `http://localhost:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: '1',
    // The sites that journeys capture from are on this machine.
    FETCH_ALLOW_PRIVATE: '1',
    // Tests come from this machine, and play proxies when they need an address of their own.
    TRUST_PROXY: 'loopback',
  }
  const kept: Kept[] = []
  try {
    const isUp = await attempt('Server for the journeys', async () => {
      await create(admin, name)
      await script('prisma/migrate.ts', { ...env, DATABASE_OWNER_URL: named(admin, name) }, signal)
      await script('prisma/demo/load.ts', env, signal)
      const setting = { env, dev: false, logs: join(logs, 'test') }
      kept.push(await startServer(setting, (reason) => console.error(`\n${reason.message}`)))
      kept.push(startWorker(setting))
    })
    if (isUp && !signal.aborted) await go(env)
  } finally {
    for (const each of kept) await each.end()
    await drop(admin, name)
  }
}
