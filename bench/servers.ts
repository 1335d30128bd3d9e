// The servers of a run: the product, kept and not, and its limits, each in a process of its own on a port that was free.

import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { logs, root } from '#bin/paths.ts'
import { freePort } from '#bin/postgres.ts'
import { endChild, startChild, until } from '#bin/processes.ts'
import { UserError } from '#bin/steps.mjs'
import type { Sent } from './limits/bare.ts'
import type { Published } from './limits/publisher.ts'

export type Server = { origin: string; pid: number; stop(): Promise<void> }

const log = join(logs, 'bench.log')

function start(file: string, env: NodeJS.ProcessEnv, conditions = false): ChildProcess {
  mkdirSync(logs, { recursive: true })
  const out = openSync(log, 'a', 0o600)
  const child = startChild(file, env, { stdio: ['ignore', out, out, 'ipc'] }, conditions)
  closeSync(out)
  return child
}

const server = (child: ChildProcess, port: number): Server => ({
  origin: `http://127.0.0.1:${port}`,
  pid: child.pid ?? 0,
  stop: () => endChild(child, 15_000),
})

const settings = (url: string) => ({
  ...process.env,
  NODE_ENV: 'production' as const,
  DATABASE_URL: url,
  AUTH_SECRET: 'a benchmark signs nobody in, but this must be long',
  NEXT_TELEMETRY_DISABLED: '1',
})

/**
 * The product as `npm start` runs it, without the job worker: as it is; drawing every page anew; or drawing every page
 * anew from data in memory.
 */
export async function product(url: string, how: 'kept' | 'drawn' | 'floor'): Promise<Server> {
  const port = await freePort()
  const remember = `--import=${join(root, 'bench/limits/remembered.ts')}`
  const env = {
    ...settings(url),
    BASE_URL: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    PAGE_CACHE_MB: how === 'kept' ? '512' : '0',
    ...(how === 'floor' ? { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${remember}` } : {}),
  }
  const child = start('server/main.ts', env)
  const made = server(child, port)
  const answers = () =>
    fetch(`${made.origin}/health`).then(
      (found) => found.ok,
      () => false,
    )
  if (
    (await until(async () => child.exitCode !== null || (await answers()), 60_000)) &&
    child.exitCode === null
  )
    return made
  await made.stop()
  throw new UserError(`The web server did not come up:\n${readFileSync(log, 'utf8').slice(-2_000)}`)
}

/** A limit, which says its port once it listens. */
async function limit(file: string, env: NodeJS.ProcessEnv, first: object): Promise<Server> {
  const child = start(file, env)
  const said = once(child, 'message')
  child.send(first)
  const [message] = await Promise.race([said, once(child, 'exit')])
  if (child.exitCode !== null) throw new UserError(`${file} ended at once: see ${log}`)
  const { port } = message as { port: number }
  return server(child, port)
}

export const bare = (pages: Sent): Promise<Server> => limit('bench/limits/bare.ts', process.env, pages)

export const sql = (url: string): Promise<Server> =>
  limit('bench/limits/sql.ts', { ...process.env, DATABASE_URL: url }, {})

export type Publisher = { publish(ref: string): Promise<Published>; stop(): Promise<void> }

/** Another process of the product's, which publishes an update about a commitment when it is told to. */
export async function publisher(url: string): Promise<Publisher> {
  const child = start('bench/limits/publisher.ts', { ...settings(url), BASE_URL: 'http://localhost' }, true)
  const ended = once(child, 'exit')
  const heard = async () => {
    const [message] = await Promise.race([once(child, 'message'), ended])
    if (child.exitCode !== null) throw new UserError(`The publisher ended: see ${log}`)
    return message
  }
  await heard()
  return {
    async publish(ref) {
      const said = heard()
      child.send(ref)
      return (await said) as Published
    },
    stop: () => endChild(child, 15_000),
  }
}
