import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { restore } from '#bin/backup-file/restore.ts'
import { backUp } from '#bin/backup-file/write.ts'
import { catalogOf } from '#testing/catalog.ts'
import { ask, create, drop, named } from '#testing/databases.ts'
import { linesOf, makeOld } from '#testing/dumps/load.ts'
import { makeMember, makePublished } from '#testing/make.ts'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-backup-'))
const file = join(folder, 'whole.gz')
const { admin, template } = inject('databases')
const here = process.env.DATABASE_OWNER_URL ?? ''
afterAll(() => rmSync(folder, { recursive: true }))

async function elsewhere(work: (url: string) => Promise<void>): Promise<void> {
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await create(admin, name, template)
  try {
    await work(named(admin, name))
  } finally {
    await drop(admin, name)
  }
}

async function everything(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ line: string }>(
    `SELECT 'U ' || u::text AS line FROM "StatusUpdate" u UNION ALL SELECT 'L ' || l::text FROM "LedgerEntry" l
     UNION ALL SELECT 'S ' || s::text FROM "Snapshot" s UNION ALL SELECT 'F ' || f::text FROM "SearchEntry" f
     UNION ALL SELECT 'O ' || o::text FROM "Original" o ORDER BY 1`,
  )
  await client.end()
  return rows.map(({ line }) => line)
}

test('a drill: backed up, restored elsewhere, the same byte for byte, guarded again, and gone on with', async () => {
  await makePublished()
  await makePublished()
  const { head } = await backUp(here, file)
  expect(head.seq).toBeGreaterThan(4)
  await elsewhere(async (url) => {
    await restore(url, file)
    expect(await everything(url)).toEqual(await everything(here))
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await expect(client.query('DELETE FROM "LedgerEntry"')).rejects.toThrow('append-only')
    await expect(client.query(`UPDATE "StatusUpdate" SET headline = '{"en": "x"}'`)).rejects.toThrow(
      'append-only',
    )
    await client.end()
    await expect(restore(url, file)).rejects.toThrow('not empty')
    await restore(url, file, { replace: true })
    expect(await everything(url)).toEqual(await everything(here))
  })
})

test('a file that was cut, damaged, edited or is none leaves the database as it was', async () => {
  await makePublished()
  await backUp(here, file)
  const whole = gunzipSync(readFileSync(file)).toString()
  const other = join(folder, 'other.gz')
  const lines = whole.split('\n')
  const faulty: [Buffer, string][] = [
    [gzipSync(lines.slice(0, -2).join('\n')), 'cut short'],
    [gzipSync(lines.slice(0, 12).join('\n')), 'cut short'],
    [gzipSync(whole.replace('"followthrough":1', '"something":1')), 'not a backup'],
    [gzipSync(whole.replace('Headline ', 'Headlime ')), 'does not follow'],
    [gzipSync(whole.replace('"0001_baseline"', '"20261123200000_tables"')), 'before 0.1.0'],
    [gzipSync(whole.replace('"migrations":[', '"migrations":["29990101000000_x",')), 'newer version'],
    [readFileSync(file).subarray(0, 500), 'damaged'],
    [randomBytes(500), 'damaged'],
  ]
  const before = await everything(here)
  for (const [bytes, sentence] of faulty) {
    writeFileSync(other, bytes)
    await expect(restore(here, other, { replace: true })).rejects.toThrow(sentence)
    expect(await everything(here)).toEqual(before)
  }
  await expect(restore(here, join(folder, 'none.gz'))).rejects.toThrow('There is no file')
  await makeMember()
})

test('a backup of version 0.1.0, and one from before a migration, become a database of today with every row', async () => {
  const { app } = inject('databases')
  const old = await makeOld(inject('databases'), '0.1.0')
  // A commitment has had a guideline only since.
  const rows = `SELECT 'L ' || l::text AS line FROM "LedgerEntry" l UNION ALL SELECT 'U ' || id FROM "User"
    UNION ALL SELECT 'E ' || e::text FROM "Excerpt" e UNION ALL SELECT 'C ' || (to_jsonb(c) - 'guideline')::text FROM "Commitment" c ORDER BY 1`
  await backUp(old.url, file)
  const given = await linesOf(old.url, rows)
  expect(given.length).toBeGreaterThan(150)
  await drop(admin, old.name)
  const today = await ask(here, catalogOf)
  await elsewhere(async (url) => {
    const appUrl = named(app, new URL(url).pathname.slice(1))
    await restore(url, file, { appUrl })
    expect(await linesOf(url, rows)).toEqual(given)
    expect(await ask(url, catalogOf)).toEqual(today)

    await backUp(url, file)
    const later = `CREATE TABLE "Later" (id text); COMMENT ON TABLE _prisma_migrations IS NULL; DROP TABLE "StatusCount";
      INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '2999_x', now())`
    await ask(url, (client) => client.query(later))
    const other = join(folder, 'other.gz')
    const whole = gunzipSync(readFileSync(file)).toString()
    writeFileSync(
      other,
      gzipSync(whole.replace('Demo analyst', 'Demo analist').split('\n').slice(0, -2).join('\n')),
    )
    await expect(restore(url, other, { replace: true, appUrl })).rejects.toThrow('cut short')
    expect(await linesOf(url, `SELECT to_regclass('"Later"')::text AS line`)).toEqual(['"Later"'])
    await restore(url, file, { replace: true, appUrl })
    expect(await linesOf(url, rows)).toEqual(given)
    expect(await ask(url, catalogOf)).toEqual(today)
  })
})
