// Migrates the database: migrations, functions and triggers, the job queue, rights. At start, in tests and when deploying.

import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { refuseUnfit, UnfitDatabase } from '#prisma/applied.ts'
import { applyMigrations, migrationNames } from '#prisma/apply-migrations.ts'
import { applySql } from '#prisma/apply-sql.ts'
import { grantRights, roleOf } from '#prisma/grants.ts'

// Any constant does, as long as every process of this product uses the same.
const lockKey = 7_031_512

/**
 * Brings the database up to the newest migration, functions and triggers, and returns the names of the migrations just
 * applied. Where the product works as another role than the owner, that role then has the rights it needs and no others.
 * Every step is a transaction that notes itself: killed at any moment, it is called again and goes on. Two processes may
 * call it at once: the second waits for an advisory lock, then finds nothing to do. Throws UnfitDatabase.
 */
export async function migrate(databaseUrl: string, appUrl = databaseUrl): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    await refuseUnfit(client, migrationNames())
    const applied = await applyMigrations(client)
    await applySql(client)
    // The queue's own tables: verbs put jobs in it whether or not a worker has ever run.
    await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) })
    if (roleOf(appUrl) !== roleOf(databaseUrl)) await grantRights(client, roleOf(appUrl))
    return applied
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  const { DATABASE_URL = '', DATABASE_OWNER_URL } = process.env
  try {
    const names = await migrate(DATABASE_OWNER_URL || DATABASE_URL, DATABASE_URL)
    console.log(names.length ? `Applied ${names.join(', ')}.` : 'Every migration was already applied.')
  } catch (error) {
    console.error(error instanceof UnfitDatabase ? error.message : error)
    process.exitCode = 1
  }
}
