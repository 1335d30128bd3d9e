// The database of a command: the operator's own when DATABASE_URL says so, the embedded one otherwise.

import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { asApp, ensureAppRole } from './app-role.ts'
import { data, logs, secretFile } from './paths.ts'
import { answer, type Cluster, type Running, startPostgres, stopPostgres, urlOf } from './postgres.ts'
import { homeFor } from './postgres-home.ts'
import { UserError } from './steps.mjs'

export type Database = {
  url: string
  /** As the owner of the tables, for migrations; the same as url where one role does both. */
  ownerUrl: string
  what: string
  where: string
  /** Only the embedded one: is it up, start it again, end it. */
  embedded?: { cluster: Cluster; running: Running }
  stop(): Promise<void>
}

export const remembered = join(data, 'postgres.json')

/** The embedded cluster of this folder, wherever an earlier start had to put it. */
function ownCluster(say: (text: string) => void): Cluster {
  const known = existsSync(remembered)
    ? (JSON.parse(readFileSync(remembered, 'utf8')) as { data: string })
    : undefined
  if (known && !existsSync(known.data))
    throw new UserError(
      `The database was kept in ${known.data}, and that folder is gone. Put it back, or delete ${remembered} to begin with an empty one.`,
    )
  const home = homeFor(known?.data ?? join(data, 'postgres'), say)
  return { ...home, password: secretFile('postgres-password'), log: join(logs, 'postgres.log') }
}

export async function openDatabase(say: (text: string) => void): Promise<Database> {
  const external = process.env.DATABASE_URL
  if (external) return openExternal(external, process.env.DATABASE_OWNER_URL || external)
  const cluster = ownCluster(say)
  const running = await startPostgres(cluster)
  writeFileSync(remembered, `${JSON.stringify({ data: cluster.data })}\n`)
  await create(urlOf(cluster, running, 'postgres'), 'followthrough')
  const ownerUrl = urlOf(cluster, running, 'followthrough')
  const password = secretFile('app-password')
  await ensureAppRole(ownerUrl, password)
  return {
    url: asApp(ownerUrl, password),
    ownerUrl,
    what: `embedded Postgres on port ${running.port}${running.adopted ? ', found still running and taken over' : ''}`,
    where: cluster.data,
    embedded: { cluster, running },
    stop: () => stopPostgres(cluster.data),
  }
}

async function openExternal(url: string, ownerUrl: string): Promise<Database> {
  const where: string[] = []
  for (const [name, address] of Object.entries({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl })) {
    if (!URL.canParse(address))
      throw new UserError(`${name} is not an address such as postgres://user:password@host:5432/name.`)
    const { host, pathname } = new URL(address)
    const answered = await answer(address)
    if (answered !== true)
      throw new UserError(`The database at ${host}${pathname} (${name}) does not answer: ${answered.message}`)
    where.push(`${host}${pathname}`)
  }
  const [what = '', owned] = where
  if (what !== owned)
    throw new UserError('DATABASE_URL and DATABASE_OWNER_URL do not name the same database.')
  return { url, ownerUrl, what, where: what, stop: async () => undefined }
}

async function create(admin: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

export type ThrowAway = {
  url: string
  folders: string[]
  cluster: Cluster
  running: Running
  stop(): Promise<void>
}

/** A server for tests that is gone afterwards; it forgets everything when the power fails, and is fast for it. */
export async function throwAway(): Promise<ThrowAway> {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-'))
  chmodSync(folder, 0o711)
  const home = homeFor(join(folder, 'postgres'), () => undefined)
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const password = randomBytes(18).toString('base64url')
  const cluster = { ...home, password, log: join(folder, 'log'), settings }
  const running = await startPostgres(cluster)
  const folders = [cluster.data, folder]
  return {
    url: urlOf(cluster, running, 'postgres'),
    folders,
    cluster,
    running,
    stop: () => discard(folders),
  }
}

/** Stops a throw-away server, the first of the folders being its data, and removes what it left. */
export async function discard(folders: string[]): Promise<void> {
  if (folders[0]) await stopPostgres(folders[0])
  for (const each of folders) rmSync(each, { recursive: true, force: true })
}
