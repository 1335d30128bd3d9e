import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { migrate } from '#prisma/migrate.ts'
import { catalogOf } from '#testing/catalog.ts'
import { ask, drop, named } from '#testing/databases.ts'
import { linesOf, makeOld, type Upgradable } from '#testing/dumps/load.ts'

const servers = inject('databases')
const made: string[] = []
afterAll(async () => {
  for (const name of made) await drop(servers.admin, name)
})

async function makeEither(dump: '0.1.0' | null): Promise<Upgradable> {
  const database = await makeOld(servers, dump)
  made.push(database.name)
  return database
}

const ledger = 'SELECT l::text AS line FROM "LedgerEntry" l ORDER BY seq'
const tables = `SELECT relname AS line FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`

const alive = `SELECT pid::text AS line FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`
const waiting = `SELECT pid::text AS line FROM pg_locks WHERE NOT granted AND locktype <> 'advisory'
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
const schemaOf = (url: string) => ask(url, catalogOf)
const today = () => schemaOf(named(servers.admin, servers.template))

/** Starts an upgrade that comes as far as what `lock` is in the way of, and kills it there. */
async function cutAt({ url, appUrl }: Upgradable, lock: string): Promise<void> {
  await ask(url, async (client) => {
    await client.query(`BEGIN; ${lock}`)
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'prisma/migrate.ts'], {
      env: { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: url },
      stdio: 'ignore',
    })
    const isHeld = async () => (await linesOf(url, waiting)).length > 0
    await vi.waitUntil(isHeld, { timeout: 30_000, interval: 20 })
    child.kill('SIGKILL')
    await once(child, 'exit')
    await client.query('ROLLBACK')
  })
}

test('an upgrade killed in the middle, again and again, is gone on with by the next start and ends whole', async () => {
  const old = await makeEither('0.1.0')
  const entries = await linesOf(old.url, ledger)
  // Where it notes what is applied, in the first file of functions, in later ones, and where it gives rights.
  for (const lock of [
    'LOCK TABLE _prisma_migrations IN SHARE MODE',
    'LOCK TABLE "Snapshot" IN ROW EXCLUSIVE MODE',
    'LOCK TABLE "StatusUpdate" IN ROW EXCLUSIVE MODE',
    'LOCK TABLE "LedgerHead" IN ROW EXCLUSIVE MODE',
    'LOCK TABLE graphile_worker._private_jobs IN ACCESS SHARE MODE',
  ])
    await cutAt(old, lock)
  await migrate(old.url, old.appUrl)
  expect(await schemaOf(old.url)).toEqual(await today())
  expect(await linesOf(old.url, ledger)).toEqual(entries)
})

test('of a migration that was killed in the middle nothing is left, and it is applied at the next start', async () => {
  const empty = await makeEither(null)
  // Foreign keys are triggers: half of the tables are there by then.
  await cutAt(empty, 'LOCK TABLE pg_trigger IN SHARE MODE')
  await vi.waitUntil(async () => (await linesOf(empty.url, alive)).length === 0)
  expect(await linesOf(empty.url, tables)).toEqual([])
  await migrate(empty.url, empty.appUrl)
  expect(await schemaOf(empty.url)).toEqual(await today())
})

// A migration that changes a table has to wait for whoever reads it; functions, triggers and rights do not.
test('functions and triggers are replaced while others read: they wait for nobody, and go on reading', async () => {
  const { url, appUrl } = await makeEither('0.1.0')
  await migrate(url, appUrl)
  await ask(url, (client) => client.query('COMMENT ON TABLE _prisma_migrations IS NULL'))
  const names = await linesOf(url, tables)
  await ask(url, async (client) => {
    const readAll = async () => {
      for (const name of names) await client.query(`SELECT * FROM "${name}" LIMIT 1`)
    }
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await readAll()
    await migrate(url, appUrl)
    await readAll()
    await client.query('COMMIT')
  })
})
