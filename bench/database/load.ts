// Fills an empty, migrated database with the workload.

import pg from 'pg'
import { tables } from '../workload/tables.ts'
import type { Workload } from '../workload/workload.ts'
import { copy } from './copy.ts'

export type Loaded = { rows: Record<string, number>; ms: number }

/**
 * Loads in one transaction. The guards see to it that history is written act by act; only here is it written whole,
 * by the owner of a database that nobody else uses, and they stand again before anybody sees it.
 */
export async function load(url: string, made: Workload, note: (text: string) => void): Promise<Loaded> {
  const start = performance.now()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN; SET LOCAL synchronous_commit = off')
    const guarded = await guardsOf(client)
    for (const { table } of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    const rows: Record<string, number> = {}
    for (const table of tables(made)) {
      const say = (count: number) => note(`${table.name}, ${count.toLocaleString('en-GB')} rows`)
      rows[table.name] = await copy(client, table, say)
    }
    await client.query(
      `UPDATE "LedgerHead" SET seq = last.seq, at = last.at, hash = last.hash
       FROM (SELECT seq, at, hash FROM "LedgerEntry" ORDER BY seq DESC LIMIT 1) last`,
    )
    note('what can be searched')
    await client.query('SELECT search_enter(kind, "subjectId", at) FROM "LedgerEntry" ORDER BY seq')
    note('what counts')
    await client.query('SELECT live_afresh(), past_afresh()')
    // Evidence is checked at the end of a transaction; no table is altered while that is pending.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    for (const { table, guard } of guarded)
      await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${guard}`)
    note('committing')
    await client.query('COMMIT')
    note('gathering statistics')
    await client.query('VACUUM ANALYZE')
    return { rows, ms: performance.now() - start }
  } finally {
    await client.end()
  }
}

async function guardsOf(client: pg.Client): Promise<{ table: string; guard: string }[]> {
  const { rows } = await client.query<{ table: string; guard: string }>(
    `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS guard FROM pg_trigger
     WHERE NOT tgisinternal AND tgenabled = 'A'`,
  )
  return rows
}
