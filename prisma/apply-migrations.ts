// Applies migrations (prisma/migrations): each is one transaction together with its row in _prisma_migrations, so that
// a process killed at any moment leaves it applied or not, and the next one goes on.

import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { appliedIn, baseline, forgetSquashed, sinceBaseline } from '#prisma/applied.ts'
import { forgetSql, valuesSql } from '#prisma/apply-sql.ts'
import { transaction } from '#prisma/transaction.ts'

const folder = join(import.meta.dirname, 'migrations')

/** The migrations of this version in the order they apply, which is that of their names. */
export function migrationNames(): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory())
  return found.map(({ name }) => name).sort()
}

/** Applies those that the database lacks and returns their names. It must be fit for them: see refuseUnfit(). */
export async function applyMigrations(client: pg.Client): Promise<string[]> {
  const before = await appliedIn(client)
  const applied = sinceBaseline(before)
  if (applied.includes(baseline) && !before.includes(baseline)) await takeOver(client)
  const lacking = migrationNames().filter((name) => !applied.includes(name))
  for (const name of lacking) await transaction(client, () => applyMigration(client, name))
  return lacking
}

/** Applies one migration as part of a transaction; what cannot run in one (CREATE INDEX CONCURRENTLY) is refused. */
export async function applyMigration(client: pg.Client, name: string): Promise<void> {
  await client.query(table)
  await client.query(valuesSql())
  try {
    await client.query(sqlOf(name))
  } catch (error) {
    const reason = error instanceof Error ? error.message : error
    throw new Error(`The migration ${name} was refused, and nothing of it is left: ${reason}`, {
      cause: error,
    })
  }
  await mark(client, name)
}

const takeOver = (client: pg.Client) =>
  transaction(client, async () => {
    await forgetSquashed(client)
    await mark(client, baseline)
  })

const sqlOf = (name: string) => readFileSync(join(folder, name, 'migration.sql'), 'utf8')

// As Prisma makes and fills it, so that its tools can read it.
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

async function mark(client: pg.Client, name: string): Promise<void> {
  const checksum = createHash('sha256').update(sqlOf(name)).digest('hex')
  // Prisma's own tools leave a row without an end where they were cut off.
  await client.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [name])
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  )
  await forgetSql(client)
}
