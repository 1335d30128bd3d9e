import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applySql } from '#prisma/apply-sql.ts'
import { catalogOf } from '#testing/catalog.ts'
import { asOwner } from '#testing/owner.ts'

const folder = join(import.meta.dirname, 'sql')
const files = globSync('*.sql', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'))

async function named(sql: string): Promise<string[]> {
  const { rows } = await asOwner((client) => client.query<{ name: string }>(sql))
  return rows.map(({ name }) => name)
}

test('each function and view of the database stands once in prisma/sql, and nothing else stands there', async () => {
  const made = /^CREATE OR REPLACE (?:FUNCTION|VIEW) (\w+)/gm
  const found = files.flatMap((text) => [...text.matchAll(made)].map(([, name = '']) => name))
  const there = await named(
    `SELECT proname AS name FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
     UNION ALL SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace`,
  )
  expect(found.sort()).toEqual(there.sort())
})

test('each file says first what it is for', () => {
  expect(files.filter((text) => !/^-- .{40,}/.test(text))).toEqual([])
})

test('applied once more, they leave the database as it was', async () => {
  const before = await asOwner(catalogOf)
  await asOwner(async (client) => {
    expect(await applySql(client)).toBe(false)
    await client.query('COMMENT ON TABLE _prisma_migrations IS NULL')
    expect(await applySql(client)).toBe(true)
  })
  expect(await asOwner(catalogOf)).toEqual(before)
})

test('append() says every function that it sets in motion', async () => {
  const said = readFileSync('lib/ledger/write.ts', 'utf8')
  const moved = await named(
    `SELECT DISTINCT p.proname AS name FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE tgrelid IN ('"LedgerEntry"'::regclass, '"LedgerHead"'::regclass) AND NOT tgisinternal
       AND p.proname <> 'refuse_change'`,
  )
  expect(moved.length).toBeGreaterThan(4)
  expect(moved.filter((name) => !said.includes(`\`${name}\``))).toEqual([])
})
