// Functions, triggers and views: applies prisma/sql, where each stands once in its current form, after migrating.
//
// To change one, edit it there; it replaces what is in the database at the next start. What Postgres cannot replace, a
// migration drops first: a function whose parameters' names or result change, a view whose columns do. What is taken out
// of the folder a migration drops as well. Write DROP … IF EXISTS: in a new database all migrations run before any of
// these are there, save values.sql. For the same reason a migration that needs one of them brings its own copy.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { transaction } from '#prisma/transaction.ts'

const folder = join(import.meta.dirname, 'sql')
const text = (name: string) => readFileSync(join(folder, name), 'utf8')

/** The functions that tables rest on: they are there before any migration. */
export const valuesSql = (): string => text('values.sql')

/**
 * Applies all files as one transaction, unless these very files were the last that were applied; true when it did.
 * Readers are not kept waiting: functions are replaced without a lock on tables, triggers with one that reading allows.
 */
export async function applySql(client: pg.Client): Promise<boolean> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const names = ['values.sql', ...files.filter((name) => name !== 'values.sql').sort()]
  const mark = markOf(names)
  // Kept on the table that no backup holds: what a backup is restored into keeps its functions.
  const { rows } = await client.query<{ mark: string | null }>(
    "SELECT obj_description('_prisma_migrations'::regclass, 'pg_class') AS mark",
  )
  if (rows[0]?.mark === mark) return false
  await transaction(client, async () => {
    for (const name of names) await applyFile(client, name)
    await client.query(`COMMENT ON TABLE _prisma_migrations IS '${mark}'`)
  })
  return true
}

/** Makes the next applySql apply: a migration may have dropped what stands in the files. Call it in its transaction. */
export async function forgetSql(client: pg.Client): Promise<void> {
  await client.query('COMMENT ON TABLE _prisma_migrations IS NULL')
}

function markOf(names: string[]): string {
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\0${text(name)}\0`)
  return `prisma/sql as of ${hash.digest('hex')}`
}

async function applyFile(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(text(name))
  } catch (error) {
    throw new Error(`prisma/sql/${name} was refused: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
