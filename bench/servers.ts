// The servers of a run: the product and the two limits, each in a process of its own on a port that was free.

import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { logs } from '#bin/place.ts'
import { freePort } from '#bin/postgres.ts'
import { endChild, startChild, until } from '#bin/processes.ts'
import { Halt } from '#bin/steps.mjs'

export type Server = { origin: string; stop(): Promise<void> }

const log = join(logs, 'bench.log')

function start(file: string, env: NodeJS.ProcessEnv): ChildProcess {
  mkdirSync(logs, { recursive: true })
  const out = openSync(log, 'a', 0o600)
  const child = startChild(file, env, { stdio: ['ignore', out, out, 'ipc'] }, false)
  closeSync(out)
  return child
}

const server = (child: ChildProcess, port: number): Server => ({
  origin: `http://127.0.0.1:${port}`,
  stop: () => endChild(child, 15_000),
})

/** The product as `npm start` runs it, without the job worker. */
export async function product(url: string): Promise<Server> {
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: url,
    AUTH_SECRET: 'a benchmark signs nobody in, but this must be long',
    BASE_URL: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: '1',
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
  throw new Halt(`The web server did not come up:\n${readFileSync(log, 'utf8').slice(-2_000)}`)
}

/** A limit, which says its port once it listens. */
async function limit(file: string, env: NodeJS.ProcessEnv, first: object): Promise<Server> {
  const child = start(file, env)
  const said = once(child, 'message')
  child.send(first)
  const [message] = await Promise.race([said, once(child, 'exit')])
  if (child.exitCode !== null) throw new Halt(`${file} ended at once: see ${log}`)
  const { port } = message as { port: number }
  return server(child, port)
}

export const bare = (pages: Map<string, string>): Promise<Server> =>
  limit('bench/limits/bare.ts', process.env, [...pages])

export const sql = (url: string): Promise<Server> =>
  limit('bench/limits/sql.ts', { ...process.env, DATABASE_URL: url }, {})
