import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrationNames } from '#prisma/apply-migrations.ts'
import { migrate } from '#prisma/migrate.ts'
import { catalogOf } from '#testing/catalog.ts'
import { ask, drop, named } from '#testing/databases.ts'
import { linesOf, makeOld, type Upgradable } from '#testing/dumps/load.ts'

const servers = inject('databases')
const made: string[] = []
afterAll(async () => {
  for (const name of made) await drop(servers.admin, name)
})

async function old(): Promise<Upgradable> {
  const database = await makeOld(servers, '0.1.0')
  made.push(database.name)
  return database
}

const schemaOf = (url: string) => ask(url, catalogOf)
const today = () => schemaOf(named(servers.admin, servers.template))
const upgrade = ({ url, appUrl }: Upgradable) => migrate(url, appUrl)
const migrationRows = 'SELECT m::text AS line FROM _prisma_migrations m ORDER BY 1'
const ledger = 'SELECT l::text AS line FROM "LedgerEntry" l ORDER BY seq'

/** How many rows each table has. */
async function countsOf(url: string): Promise<Record<string, number>> {
  const { rows } = await ask(url, (client) =>
    client.query<{ table: string; rows: number }>(
      `SELECT relname AS table, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', relname),
         false, true, '')))[1]::text::int AS rows
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    ),
  )
  return Object.fromEntries(rows.map(({ table, rows }) => [table, rows]))
}

let upgraded: Upgradable
let before: { counts: Record<string, number>; ledger: string[]; derived: Derived[] }

type Derived = { of: string; row: Record<string, unknown> }

// As tables were called in 0.1.0, and are now.
const renamed: Record<string, string> = {
  Look: 'LiveCheck',
  HeldForm: 'ParkedForm',
  InForce: 'CurrentStatus',
  Tally: 'StatusCount',
  NameAt: 'NameHistory',
  CommitmentAt: 'CommitmentHistory',
  SummitAt: 'SummitHistory',
  Edition: 'ContentVersion',
}

// What pages read, which the ledger keeps: made again by today's functions it must come to the same.
const derivedTables = ['LiveUpdate', 'InForce', 'Tally', 'CommitmentAt', 'SummitAt', 'NameAt']

const derived = (isOld: boolean) =>
  derivedTables
    .map((name) => {
      const today = renamed[name] ?? name
      const counted = name === 'Tally' ? ' WHERE times <> 0' : ''
      return `SELECT json_build_object('of', '${today}', 'row', to_jsonb(t))::text AS line
        FROM "${isOld ? name : today}" t${counted}`
    })
    .join(' UNION ALL ')

/** The rows of these tables in an order of their own; with `known`, those columns of each that it has too. */
async function derivedOf(url: string, known?: Derived[]): Promise<Derived[]> {
  const columns = new Map(known?.map(({ of, row }) => [of, Object.keys(row)]))
  const rows = (await linesOf(url, derived(!known))).map((line) => JSON.parse(line) as Derived)
  const seen = rows.map(({ of, row }) => ({
    of,
    row: Object.fromEntries((columns.get(of) ?? Object.keys(row)).map((name) => [name, row[name]])),
  }))
  return seen.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

beforeAll(async () => {
  upgraded = await old()
  before = {
    counts: await countsOf(upgraded.url),
    ledger: await linesOf(upgraded.url, ledger),
    derived: await derivedOf(upgraded.url),
  }
  await upgrade(upgraded)
})

test('a database of version 0.1.0 goes on, and its schema, functions and rights are those of a new one', async () => {
  expect(await schemaOf(upgraded.url)).toEqual(await today())
  expect(
    await linesOf(upgraded.url, 'SELECT migration_name AS line FROM _prisma_migrations ORDER BY 1'),
  ).toEqual(migrationNames())
})

test('nothing is lost: as many rows in every table, and what is derived comes to the same', async () => {
  const {
    _prisma_migrations: _,
    StatusUpdate: updates = 0,
    Draft: drafts = 0,
    Evidence: ___,
    ...others
  } = before.counts
  const rows = Object.fromEntries(
    Object.entries(others).map(([name, count]) => [renamed[name] ?? name, count]),
  )
  expect(Object.values(rows).reduce((sum, each) => sum + each, 0)).toBeGreaterThan(1_300)
  // What was not published yet is a draft now (upgrade-drafts.test.ts); what went through review has its draft beside it.
  const [published, carriedByMerge] = [56, 1]
  const now = await countsOf(upgraded.url)
  expect(now).toMatchObject({ ...rows, StatusUpdate: published })
  expect(now.Draft).toBe(drafts + updates - carriedByMerge)
  await ask(upgraded.url, (client) => client.query('SELECT live_afresh(), past_afresh()'))
  expect(await derivedOf(upgraded.url, before.derived)).toEqual(before.derived)
})

test('its ledger is the same, entry by entry, verifies, and is appended to', async () => {
  expect(before.ledger).toHaveLength(118)
  expect(await linesOf(upgraded.url, ledger)).toEqual(before.ledger)
  process.env.DATABASE_URL = upgraded.appUrl
  const [{ verifyLedger }, { system }, { db }, { publishDraft }] = await Promise.all([
    import('#worker/verify-ledger.ts'),
    import('#lib/auth/viewer.ts'),
    import('#lib/database/client.ts'),
    import('#lib/review/publish.ts'),
  ])
  expect(await verifyLedger(system)).toMatchObject({ seq: 118, updates: 56, fault: null })
  const body = { path: ['headline.en'], equals: 'Submitted, nobody read it' }
  const { version, ...waiting } = await db.draft.findFirstOrThrow({ where: { body } })
  const reviewer = await db.user.findUniqueOrThrow({ where: { email: 'first@example.org' } })
  const { id, name, email, role } = reviewer
  const member = { kind: 'member', id, name, email, role, sessionId: null } as const
  await publishDraft(member, { id: waiting.id, version })
  expect(await verifyLedger(system)).toMatchObject({ seq: 119, updates: 57, fault: null })
})

test('a second start finds nothing to do, and applies no function again', async () => {
  const applied = 'SELECT xmin::text || proname AS line FROM pg_proc ORDER BY 1'
  const functions = await linesOf(upgraded.url, applied)
  expect(await upgrade(upgraded)).toEqual([])
  expect(await linesOf(upgraded.url, applied)).toEqual(functions)
})

test('a function that was lost or changed with a migration is there again after it', async () => {
  await ask(upgraded.url, (client) =>
    client.query('DROP FUNCTION guard_update CASCADE; COMMENT ON TABLE _prisma_migrations IS NULL'),
  )
  expect(await schemaOf(upgraded.url)).not.toEqual(await today())
  await upgrade(upgraded)
  expect(await schemaOf(upgraded.url)).toEqual(await today())
})

test('one with a part of the old migrations, one cut off, and one of a newer version are told what to do, untouched', async () => {
  const part = await old()
  const { url } = part
  await ask(url, (client) => client.query('CREATE TABLE "Kept" AS SELECT * FROM _prisma_migrations'))
  const schema = await schemaOf(url)
  const told = {
    'This database has 20 of the 21 migrations of version 0.1.0. Start version 0.1.0 on it once, then this':
      "DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_review'",
    'The migration 20261125002400_held_for_its_owner was cut off when version 0.1.0 applied it':
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_held_for_its_owner'",
    'used by a newer version of the product, which had 29990101000000_x: start that one':
      "INSERT INTO _prisma_migrations VALUES ('x', 'x', now(), '29990101000000_x')",
  }
  for (const [sentence, sql] of Object.entries(told)) {
    await ask(url, (client) =>
      client.query(
        `TRUNCATE _prisma_migrations; INSERT INTO _prisma_migrations SELECT * FROM "Kept"; ${sql}`,
      ),
    )
    const given = await linesOf(url, migrationRows)
    await expect(upgrade(part)).rejects.toThrow(sentence)
    expect(await linesOf(url, migrationRows)).toEqual(given)
    expect(await schemaOf(url)).toEqual(schema)
  }
})
