// Applies the migrations: at start, in tests and when deploying, always this same file.

import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { migrationList, noFilters, schemaEngine } from '#prisma/engine.ts'
import { grantRights, roleOf } from '#prisma/grants.ts'

// Any constant does, as long as every process of this product uses the same.
const lockKey = 7_031_512

/**
 * Brings the database up to the newest migration and returns the names just applied. Where the product works as another
 * role than the owner, that role then has the rights it needs and no others.
 * Two processes may call it at once: the second waits for an advisory lock, then finds nothing to do.
 */
export async function migrate(databaseUrl: string, appUrl = databaseUrl): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    const engine = await schemaEngine(client, databaseUrl)
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: noFilters,
    })
    // The queue's own tables: verbs put jobs in it whether or not a worker has ever run.
    await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) })
    if (roleOf(appUrl) !== roleOf(databaseUrl)) await grantRights(client, roleOf(appUrl))
    return appliedMigrationNames
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  const { DATABASE_URL = '', DATABASE_OWNER_URL } = process.env
  const names = await migrate(DATABASE_OWNER_URL || DATABASE_URL, DATABASE_URL)
  console.log(names.length ? `Applied ${names.join(', ')}.` : 'Every migration was already applied.')
  process.exit(0)
}
