// Puts a backup into a database, whole or not at all.

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { layOutAs, levelOf, Refused } from '#bin/backup-file/level.ts'
import { copyOf, type Table, tablesOf } from '#bin/backup-file/tables.ts'
import type { Closing, Opening } from '#bin/backup-file/write.ts'
import { migrate } from '#prisma/migrate.ts'

/**
 * Restores in one transaction: on any fault the database stays as it was. Refuses a database that holds something
 * unless it may be replaced, a file of a newer version, one that was cut short, and a ledger that does not follow. What
 * an older version backed up is then migrated, with the rights of the role in `appUrl`: cut off there, a start goes on.
 */
export async function restore(
  databaseUrl: string,
  file: string,
  { replace = false, appUrl = databaseUrl } = {},
): Promise<Closing> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  let isOlder = false
  let closing: Closing
  try {
    const lines = linesOf(file)
    const opening = await read<Opening>(lines)
    if (opening?.followthrough !== 1) throw new Refused('This file is not a backup of Followthrough.')
    const level = levelOf(opening.migrations)
    if (!replace) await refuseFull(client)
    await client.query('BEGIN')
    isOlder = await layOutAs(client, level)
    const tables = await tablesOf(client)
    const guards = await setAside(client)
    await client.query(`TRUNCATE ${tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')}`)
    closing = await fill(client, lines, tables)
    await refuseBrokenLedger(client, closing)
    await countOn(client)
    // What is checked at the end of a transaction is checked now: no table is altered while that is pending.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    for (const put of guards) await client.query(put)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  if (isOlder) await migrate(databaseUrl, appUrl)
  return closing
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  try {
    yield* createInterface({ input: source.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT') throw new Refused(`There is no file ${file}.`)
    if (/^Z_/.test(code ?? '')) throw new Refused('This file is not a backup, or it is damaged.')
    throw error
  }
}

async function read<T>(lines: AsyncGenerator<string>): Promise<T | null> {
  const { value, done } = await lines.next()
  try {
    return done ? null : (JSON.parse(value) as T)
  } catch {
    return null
  }
}

async function refuseFull(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'SELECT 1 WHERE EXISTS (SELECT 1 FROM "User") OR EXISTS (SELECT 1 FROM "LedgerEntry") OR EXISTS (SELECT 1 FROM "Article")',
  )
  if (rows.length)
    throw new Refused('This database is not empty. Say --replace if the backup is to take its place.')
}

/** Switches the guards off within this transaction, and returns what switches each on again. */
async function setAside(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; guard: string }>(
    `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS guard FROM pg_trigger
     WHERE NOT tgisinternal AND tgenabled = 'A'`,
  )
  for (const { table, guard } of rows) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${guard}`)
  return rows.map(({ table, guard }) => `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${guard}`)
}

async function fill(client: pg.Client, lines: AsyncGenerator<string>, tables: Table[]): Promise<Closing> {
  const rows: Record<string, number> = {}
  for (;;) {
    const line = await read<(Table & { table: string }) | Closing>(lines)
    if (!line) throw new Refused('The backup ends in the middle: it was cut short.')
    if ('head' in line) {
      const wrong = Object.keys(line.rows).find((name) => rows[name] !== line.rows[name])
      if (wrong)
        throw new Refused(
          `The backup says that ${wrong} has ${line.rows[wrong]} rows, and holds ${rows[wrong]}.`,
        )
      return line
    }
    if (!tables.some(({ name }) => name === line.table))
      throw new Refused(`There is no table ${line.table} here.`)
    const into = client.query(from(copyOf(client, { name: line.table, columns: line.columns }, 'FROM STDIN')))
    const failed = new Promise<never>((_, fail) => into.once('error', fail))
    failed.catch(() => undefined)
    const written = new Promise<void>((done) => into.once('finish', done))
    for (let next = await lines.next(); next.done || next.value !== '\\.'; next = await lines.next()) {
      if (next.done) {
        into.destroy()
        throw new Refused('The backup ends in the middle: it was cut short.')
      }
      if (!into.write(`${next.value}\n`))
        await Promise.race([new Promise((go) => into.once('drain', go)), failed])
    }
    into.end()
    await Promise.race([written, failed])
    rows[line.table] = into.rowCount
  }
}

async function refuseBrokenLedger(client: pg.Client, { head }: Closing): Promise<void> {
  const { rows } = await client.query<{ seq: number }>(
    `SELECT seq FROM (SELECT *, lag(hash, 1, repeat('0', 64)) OVER w AS before, row_number() OVER w AS place
       FROM "LedgerEntry" WINDOW w AS (ORDER BY seq)) e
     WHERE seq <> place OR "prevHash" <> before
       OR hash <> encode(sha256(convert_to("prevHash" || chr(10) || body, 'UTF8')), 'hex') ORDER BY seq LIMIT 1`,
  )
  if (rows[0]) throw new Refused(`The ledger in the backup does not follow at entry ${rows[0].seq}.`)
  const { rows: heads } = await client.query<{ seq: number; hash: string; last: string | null }>(
    `SELECT seq, hash, (SELECT hash FROM "LedgerEntry" ORDER BY seq DESC LIMIT 1) AS last FROM "LedgerHead"`,
  )
  const [found] = heads
  if (found?.seq !== head.seq || found.hash !== head.hash || (head.seq > 0 && found.last !== head.hash))
    throw new Refused('The head of the ledger in the backup is not its last entry.')
}

/** Numbers that count up go on after the highest that came in. */
async function countOn(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `SELECT pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence, quote_ident(c.relname) AS table,
       quote_ident(a.attname) AS column
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`,
  )
  for (const { sequence, table, column } of rows)
    await client.query(`SELECT setval($1, coalesce((SELECT max(${column}) FROM ${table}), 0) + 1, false)`, [
      sequence,
    ])
}
