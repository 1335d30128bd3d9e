// Databases as earlier versions left them, for tests of upgrades: loads a stored dump (pg_dump's SQL, packed).

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ask, create, named } from '#testing/databases.ts'

type Servers = { admin: string; app: string; template: string }
/** Its address as the owner of the tables, and as the role that the product works as. */
export type Upgradable = { name: string; url: string; appUrl: string }

/** A database of its own that holds what the dump holds, or nothing; it goes with the others of the tests. */
export async function makeOld({ admin, app, template }: Servers, dump: '0.1.0' | null): Promise<Upgradable> {
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await create(admin, name)
  const url = named(admin, name)
  if (dump) {
    const sql = gunzipSync(readFileSync(join(import.meta.dirname, `${dump}.sql.gz`))).toString()
    await ask(url, (client) => client.query(sql))
  }
  return { name, url, appUrl: named(app, name) }
}

/** The one column of what is asked. */
export async function linesOf(url: string, sql: string): Promise<string[]> {
  const { rows } = await ask(url, (client) => client.query<{ line: string }>(sql))
  return rows.map(({ line }) => line)
}
