import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { restore } from '#bin/backup-file/restore.ts'
import { backUp } from '#bin/backup-file/write.ts'
import { create, drop, named } from '#testing/databases.ts'
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
    [gzipSync(whole.replace(/"migrations":\["\w+",/, '"migrations":[')), 'older version'],
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
