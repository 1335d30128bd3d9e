// Writes the whole database into one file: a line of JSON before each table's rows, and what to check at the end.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { copyOf, tablesOf } from '#bin/backup-file/tables.ts'
import { appliedIn } from '#prisma/applied.ts'

export type Opening = { followthrough: 1; at: string; migrations: string[] }
export type Closing = {
  rows: Record<string, number>
  head: { seq: number; hash: string }
  checkpoint: string | null
}

/**
 * Backs a database up while it is in use: everything is read in one snapshot of it. The file appears under its name
 * only when it is whole. Returns what it holds. It holds everybody's password hashes: keep it like the database.
 */
export async function backUp(databaseUrl: string, file: string, now = new Date()): Promise<Closing> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const packed = createGzip()
    const partial = `${file}.partial`
    const written = pipeline(packed, createWriteStream(partial, { mode: 0o600 }))
    written.catch(() => undefined) // it may fail before anybody waits for it
    const put = async (chunk: string | Buffer) => {
      if (!packed.write(chunk)) await once(packed, 'drain')
    }
    const say = (line: object) => put(`${JSON.stringify(line)}\n`)
    const opening: Opening = {
      followthrough: 1,
      at: now.toISOString(),
      migrations: await appliedIn(client),
    }
    await say(opening)
    const rows: Record<string, number> = {}
    for (const table of await tablesOf(client)) {
      await say({ table: table.name, columns: table.columns })
      const copy = client.query(to(copyOf(client, table, 'TO STDOUT')))
      for await (const chunk of copy) await put(chunk)
      await put('\\.\n')
      rows[table.name] = copy.rowCount
    }
    const closing: Closing = { rows, ...(await sealOf(client)) }
    await say(closing)
    packed.end()
    await written
    await rename(partial, file)
    return closing
  } finally {
    await client.end()
  }
}

async function sealOf(client: pg.Client): Promise<Omit<Closing, 'rows'>> {
  const { rows: heads } = await client.query<Closing['head']>(
    'SELECT seq, hash FROM "LedgerHead" WHERE id = 1',
  )
  const { rows: notes } = await client.query<{ note: string }>(
    'SELECT note FROM "Checkpoint" ORDER BY seq DESC LIMIT 1',
  )
  return { head: heads[0] ?? { seq: 0, hash: '' }, checkpoint: notes[0]?.note ?? null }
}
