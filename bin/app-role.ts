// The database role (least privilege) that the product works as, on servers that are ours to make roles on.

import pg from 'pg'

const appRole = 'followthrough_app'

/** The same database, as the role that the product works as. */
export function asApp(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = appRole
  url.password = password
  return url.href
}

/** Makes the role, or gives the one that is there this password; it may sign in, and nothing else. */
export async function ensureAppRole(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    // Roles belong to the whole server: two starts at once must not both make it.
    await client.query('SELECT pg_advisory_xact_lock(7031511)')
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appRole])
    const verb = rowCount ? 'ALTER' : 'CREATE'
    await client.query(
      `${verb} ROLE ${appRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD ${pg.escapeLiteral(password)}`,
    )
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
