// Process supervision: the processes that stay are watched while the product runs, and each ended in its turn.

import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from './database.ts'
import { findRunning, startPostgres } from './postgres.ts'
import { endChild, startChild, until } from './processes.ts'
import { UserError } from './steps.mjs'

export type Kept = { end(): Promise<void> }
type Fail = (reason: Error) => void

const clock = () => new Date().toTimeString().slice(0, 8)
const tail = (file: string) => readFileSync(file, 'utf8').trim().split('\n').slice(-12).join('\n')

export type Setting = { env: NodeJS.ProcessEnv; dev: boolean; logs: string }

/** A process of ours with its output in a log, or on the console while developing. */
function start(file: string, log: string, { env, dev }: Setting, conditions: boolean): ChildProcess {
  if (dev) return startChild(file, env, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }, conditions)
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 })
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(log, `${log}.1`)
  const out = openSync(log, 'a', 0o600)
  const child = startChild(file, env, { stdio: ['ignore', out, out, 'ipc'] }, conditions)
  closeSync(out)
  return child
}

/** The web server, once it answers. When it ends by itself, everything ends. */
export async function startServer(setting: Setting, fail: Fail): Promise<Kept> {
  const { env, dev } = setting
  const log = join(setting.logs, 'server.log')
  const child = start('server/main.ts', log, setting, false)
  let ending = false
  const end = () => {
    ending = true
    return endChild(child, 15_000)
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const ended = () =>
    new UserError(`The web server ended by itself.${dev ? '' : ` The end of ${log}:\n${tail(log)}`}`)
  const address = env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST === '::' ? '::1' : env.HOST
  const url = `http://${address?.includes(':') ? `[${address}]` : address}:${env.PORT}/health`
  const isUp = await until(async () => hasEnded() || (await isHealthy(url)), 60_000)
  if (hasEnded()) throw ended()
  if (!isUp) {
    await end()
    throw new UserError(`The web server did not answer ${url} within a minute.`)
  }
  child.on('exit', () => ending || fail(ended()))
  return { end }
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** The job worker. When it ends by itself it is started again, later each time it did not last. */
export function startWorker(setting: Setting): Kept {
  const log = join(setting.logs, 'worker.log')
  let child: ChildProcess
  let timer: NodeJS.Timeout | undefined
  let ending = false
  let delay = 500
  const begin = () => {
    const since = performance.now()
    child = start('worker/main.ts', log, setting, true)
    child.on('exit', (code, signal) => {
      if (ending) return
      delay = performance.now() - since > 60_000 ? 1_000 : Math.min(delay * 2, 60_000)
      const how = signal ? `by ${signal}` : `with code ${code}`
      console.log(
        `  ! ${clock()} the job worker ended ${how}; it starts again in ${delay / 1000} s (see ${log})`,
      )
      timer = setTimeout(begin, delay)
    })
  }
  begin()
  return {
    end: () => {
      ending = true
      clearTimeout(timer)
      return endChild(child, 15_000)
    },
  }
}

/** The embedded database: when it ends by itself it is started again on the same port. */
export function keepDatabase({ embedded }: Database, fail: Fail): Kept {
  if (!embedded) return { end: async () => undefined }
  const { cluster, running } = embedded
  let busy: Promise<void> | undefined
  const look = async () => {
    if (findRunning(cluster.data)) return
    console.log(`  ! ${clock()} the database ended by itself; starting it again (see ${cluster.log})`)
    await startPostgres(cluster, running.port)
    console.log(`  ! ${clock()} the database is back`)
  }
  const timer = setInterval(() => {
    busy ??= look()
      .catch(fail)
      .finally(() => {
        busy = undefined
      })
  }, 1_000)
  return {
    end: async () => {
      clearInterval(timer)
      await busy
    },
  }
}
