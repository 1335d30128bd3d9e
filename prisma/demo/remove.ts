// Empties a database that holds nothing but the demo, and remembers that the demo is not wanted.

import pg from 'pg'
import { migrate } from '#prisma/migrate.ts'

const { DATABASE_URL = '', DATABASE_OWNER_URL } = process.env
const connectionString = DATABASE_OWNER_URL || DATABASE_URL
const client = new pg.Client({ connectionString })
await client.connect()

const real = await ownRecords()
if (real.length > 0) {
  console.error(`Nothing was removed: besides the demo there is work of your own (${real.join(', ')}).`)
  console.error(
    'Published history cannot be deleted in part. To start afresh, use a new data folder or database.',
  )
  process.exitCode = 1
} else {
  await client.query(
    'DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public',
  )
  await migrate(connectionString, DATABASE_URL)
  await client.query('UPDATE "Installation" SET "demoRemovedAt" = now()')
  console.log('The demo is gone. The next start prints a link with which you become the first administrator.')
}
await client.end()

async function ownRecords(): Promise<string[]> {
  const { rows } = await client.query<{ what: string; count: number }>(`
    SELECT 'people' AS what, count(*)::int AS count FROM "User" WHERE NOT "isDemo"
    UNION ALL SELECT 'summits', count(*)::int FROM "Summit" WHERE NOT "isDemo"
    UNION ALL SELECT 'articles', count(*)::int FROM "Article" WHERE NOT "isDemo"`)
  return rows.filter((row) => row.count > 0).map((row) => `${row.count} ${row.what}`)
}
