// `npm start` and `npm run dev`: everything the product needs, in order, and all of it ended again in order.

import { rmSync } from 'node:fs'
import { announce } from './announce.ts'
import { type Database, openDatabase } from './database.ts'
import { data, hasDemo, host, ledgerKey, lock, logs, openData, secret } from './paths.ts'
import { usablePort } from './ports.ts'
import { build, generateClient } from './prepare.ts'
import { onStop, script, take } from './processes.ts'
import { command, step, UserError } from './steps.mjs'
import { type Kept, keepDatabase, startServer, startWorker } from './supervise.ts'

const dev = process.argv.includes('--dev')
const stopping = new AbortController()
const { promise: asked, resolve: finish, reject: fail } = Promise.withResolvers<number>()
asked.catch(() => undefined) // it may fail before anybody waits for it
const aloud = (text: string) => console.log(`  ! ${text}`)

async function startParts(database: Database, kept: Kept[], since: number): Promise<void> {
  const { port, taken } = await usablePort(host, Number(process.env.PORT || 3000))
  if (taken) aloud(`port ${taken} is taken by another program, so this uses ${port}`)
  // What serves and works never learns how to sign in as the owner.
  const { DATABASE_OWNER_URL: _, ...rest } = process.env
  const env = {
    ...rest,
    DATABASE_URL: database.url,
    AUTH_SECRET: secret(),
    LEDGER_KEY: ledgerKey(),
    BASE_URL: process.env.BASE_URL || `http://localhost:${port}`,
    HOST: host,
    PORT: String(port),
    NODE_ENV: dev ? ('development' as const) : ('production' as const),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const tell =
    (file: string, more: Record<string, string> = {}) =>
    async (note: (text: string) => void) => {
      const out = await script(file, { ...env, ...more }, stopping.signal)
      note(out.trim().split('\n').at(-1) ?? '')
    }
  await step('Migrations', tell('prisma/migrate.ts', { DATABASE_OWNER_URL: database.ownerUrl }))
  if (hasDemo) await step('Demo data', tell('prisma/demo/load.ts'))
  if (!dev) await step('Pages', (note) => build(note, stopping.signal))
  stopping.signal.throwIfAborted()
  const setting = { env, dev, logs }
  kept.push(keepDatabase(database, fail))
  kept.unshift(await step('Web server', () => startServer(setting, fail)))
  kept.splice(1, 0, startWorker(setting))
  const links = await script('bin/sign-in-links.ts', env, stopping.signal)
  announce(env.BASE_URL, database.where, since, links)
}

async function start(): Promise<number> {
  const since = performance.now()
  onStop(() => {
    stopping.abort()
    finish(0)
  })
  openData()
  const other = take(lock, { doing: dev ? 'npm run dev' : 'npm start' })
  if (other)
    throw new UserError(
      `The data in ${data} are in use by process ${other.pid} (${other.doing}). Stop that one first, or go where it said.`,
    )
  console.log(`Followthrough${dev ? ', for development' : ''}`)
  await generateClient()
  let database: Database | undefined
  const kept: Kept[] = []
  try {
    database = await step('Database', async (note) => {
      const opened = await openDatabase(aloud)
      note(opened.what)
      return opened
    })
    await startParts(database, kept, since)
    return await asked
  } catch (error) {
    if (stopping.signal.aborted) return 0
    throw error
  } finally {
    console.log('\nStopping …')
    for (const each of kept) await each.end()
    await database?.stop()
    rmSync(lock, { force: true })
    console.log('Stopped.')
  }
}

await command(start)
