// How databases for tests are made, cloned and dropped on the server that `admin` is the address of.

import { createHash } from 'node:crypto'
import pg from 'pg'
import { asApp, ensureAppRole } from '#bin/app-role.ts'

/** The address of another database on the same server. */
export function named(admin: string, name: string): string {
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

/** The same database as the role that the product works as; everybody who tests on one server knows its password. */
export async function appOf(url: string): Promise<string> {
  const password = createHash('sha256').update(new URL(url).password).digest('hex')
  await ensureAppRole(url, password)
  return asApp(url, password)
}

/** Works on a connection of its own to the database at `url`. */
export async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function create(admin: string, name: string, template = 'template0'): Promise<void> {
  const [database, from] = [pg.escapeIdentifier(name), pg.escapeIdentifier(template)]
  // To copy the files of our small template takes a tenth of the time that writing it to the log takes.
  const how =
    template === 'template0'
      ? `ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`
      : 'STRATEGY FILE_COPY'
  await ask(admin, (client) => client.query(`CREATE DATABASE ${database} TEMPLATE ${from} ${how}`))
}

/** Drops every database whose name is like the pattern, whoever is still connected to it. */
export async function drop(admin: string, pattern: string): Promise<void> {
  await ask(admin, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE datname LIKE $1',
      [pattern.replaceAll('_', '\\_')],
    )
    for (const { name } of rows) await client.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  })
}
