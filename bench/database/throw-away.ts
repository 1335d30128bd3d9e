// The database of a run: made for it, and dropped after it.

import pg from 'pg'
import { UserError } from '#bin/steps.mjs'
import { migrate } from '#prisma/migrate.ts'

const prefix = 'followthrough_bench_'

export type Server = { admin: string; version: string }

async function ask<R extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: string[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<R>(sql, values)).rows
  } finally {
    await client.end()
  }
}

// The role that serves may make no database: the owner's address comes first.
export async function serverAt(): Promise<Server> {
  const { BENCH_ADMIN_URL, DATABASE_OWNER_URL, DATABASE_URL } = process.env
  const admin = BENCH_ADMIN_URL || DATABASE_OWNER_URL || DATABASE_URL
  if (!admin) throw new UserError('Set BENCH_ADMIN_URL to a Postgres server on which databases may be made.')
  const [found] = await ask<{ server_version: string }>(admin, 'SHOW server_version')
  return { admin, version: found?.server_version ?? 'unknown' }
}

export function urlOf(server: Server, name: string): string {
  const url = new URL(server.admin)
  url.pathname = `/${name}`
  return url.href
}

/** The newest database that an earlier run kept for this very workload. */
export async function findKept(server: Server, workload: string): Promise<string | undefined> {
  const found = await ask<{ name: string }>(
    server.admin,
    `SELECT d.datname AS name FROM pg_database d JOIN pg_shdescription s ON s.objoid = d.oid
     WHERE d.datname LIKE '${prefix.replaceAll('_', '\\_')}%' AND s.description = $1 ORDER BY d.oid DESC LIMIT 1`,
    [workload],
  )
  return found[0]?.name
}

/** Makes an empty database and brings it up to the newest migration. */
export async function make(server: Server): Promise<string> {
  const name = `${prefix}${process.pid}_${Date.now().toString(36)}`
  await ask(server.admin, `CREATE DATABASE ${name}`)
  await migrate(urlOf(server, name))
  return name
}

/** Marks a database as loaded whole, with what. */
export async function label(server: Server, name: string, workload: string): Promise<void> {
  await ask(server.admin, `COMMENT ON DATABASE ${name} IS '${workload}'`)
}

export async function drop(server: Server, name: string): Promise<void> {
  await ask(server.admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}
