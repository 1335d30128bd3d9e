// The embedded Postgres: makes its data, starts it, finds it again after a crash, stops it.

import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { Home } from './postgres-home.ts'
import { startOf, until } from './processes.ts'
import { UserError } from './steps.mjs'

export type Cluster = Home & { password: string; log: string; settings?: string[] }
export type Running = { pid: number; port: number; adopted: boolean }

export const urlOf = ({ password }: Cluster, { port }: Running, database: string): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}`

/** Makes the data folder, whole or not at all. */
function initialise({ bin, data, owner, password }: Cluster): void {
  const draft = `${data}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700, recursive: true })
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid)
  // macOS has no C.UTF-8 of old.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const flags = [
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--no-instructions',
  ]
  const made = spawnSync(join(bin, 'initdb'), [...flags, `--pwfile=${passwordFile}`, `--pgdata=${draft}`], {
    ...owner,
    cwd: '/',
    encoding: 'utf8',
  })
  rmSync(passwordFile)
  if (made.status !== 0)
    throw new UserError(`Postgres could not make its data folder ${data}:\n${made.stderr}`)
  renameSync(draft, data)
}

/** The process that postmaster.pid names, if it lives and is a Postgres of this very data folder. */
export function findRunning(data: string): { pid: number; port: number } | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid && port && startOf(pid) !== null && isOf(data, pid) ? { pid, port } : undefined
}

function isOf(data: string, pid: number): boolean {
  try {
    if (existsSync('/proc/self/cwd')) return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(data)
  } catch {
    return false
  }
}

/** Whether a database answers at `url`; otherwise why not. */
export async function answer(url: string): Promise<true | Error> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await client.end().catch(() => undefined)
  }
}

export async function freePort(address = '127.0.0.1'): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, address, resolve))
  const bound = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof bound === 'object' && bound ? bound.port : 0
}

/** Starts the cluster, or adopts the Postgres that outlived a crash of its starter. */
export async function startPostgres(cluster: Cluster, port?: number): Promise<Running> {
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) initialise(cluster)
  const adopted = await adopt(cluster)
  if (adopted) return adopted
  // Left by a crash. Postgres itself would trust the number in it, whoever has that number by now.
  rmSync(join(cluster.data, 'postmaster.pid'), { force: true })
  for (const end = performance.now() + 20_000; ; ) {
    const at = port ?? (await freePort())
    const pid = await launch(cluster, at)
    if (pid) return { pid, port: at, adopted: false }
    const said = readFileSync(cluster.log, 'utf8').trim().split('\n').slice(-8).join('\n')
    // After a kill of the main process alone, its children need a moment to notice; a port may be lost to a race.
    const passing = /pre-existing shared memory|is still in use|could not bind|could not create any TCP/.test(
      said,
    )
    if (!passing || performance.now() > end) throw new UserError(`Postgres did not start:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

// invalid_password: it answers, and was made with another password than ours.
const isForeign = (said: true | Error) => said !== true && 'code' in said && said.code === '28P01'

/** The Postgres that already runs on the data folder; one that does not know our password is ended. */
async function adopt(cluster: Cluster): Promise<Running | undefined> {
  let last: true | Error | undefined
  const known = await until(async () => {
    const found = findRunning(cluster.data)
    if (!found) return true
    last = await answer(urlOf(cluster, { ...found, adopted: true }, 'postgres'))
    return last === true || isForeign(last)
  }, 60_000)
  const found = findRunning(cluster.data)
  if (found && known && last === true) return { ...found, adopted: true }
  await stopPostgres(cluster.data)
  return undefined
}

async function launch(cluster: Cluster, port: number): Promise<number | undefined> {
  mkdirSync(dirname(cluster.log), { recursive: true })
  const log = openSync(cluster.log, 'a', 0o600)
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ]
  const flags = [...settings, ...(cluster.settings ?? [])].flatMap((setting) => ['-c', setting])
  const child = spawn(join(cluster.bin, 'postgres'), ['-D', cluster.data, ...flags], {
    ...cluster.owner,
    cwd: '/',
    env: { ...process.env, LC_MESSAGES: 'C' },
    detached: true, // it must outlive a Ctrl-C until everything that writes to it has ended
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  const { pid } = child
  if (!pid) return undefined
  const url = urlOf(cluster, { pid, port, adopted: false }, 'postgres')
  let said: true | Error | undefined
  const up = await until(async () => {
    said = await answer(url)
    return child.exitCode !== null || said === true || isForeign(said)
  }, 120_000)
  if (said && isForeign(said)) {
    await stopPostgres(cluster.data)
    throw new UserError(
      `The database in ${cluster.data} was made by another folder at this place: its password is not the one in data/postgres-password. Put that file back, or move the database away to begin with an empty one.`,
    )
  }
  return up && child.exitCode === null ? pid : undefined
}

/** Ends whatever Postgres runs on the data folder: a fast, clean shutdown, and a hard one only when that fails. */
export async function stopPostgres(data: string): Promise<void> {
  const found = findRunning(data)
  if (!found) return
  for (const [signal, ms] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!findRunning(data)) return
    process.kill(found.pid, signal)
    if (await until(() => !findRunning(data), ms)) return
  }
}
