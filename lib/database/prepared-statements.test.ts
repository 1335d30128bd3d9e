import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { statementNames } from '#lib/database/prepared-statements.ts'

test('a statement has a name of its own from the second time on', () => {
  const nameOf = statementNames()
  const [one, other] = [{ sql: 'SELECT 1' }, { sql: 'SELECT 2' }]
  expect([nameOf(one), nameOf(other)]).toEqual(['', ''])
  const names = [nameOf(one), nameOf(other)]
  expect(new Set(names).size).toBe(2)
  // Postgres takes names of up to 63 bytes, and would cut longer ones to the same.
  for (const name of names) expect(name).toMatch(/^[\w-]{27}$/)
  expect([nameOf(one), nameOf(other)]).toEqual(names)
})

test('however many texts are asked, only so many have names, and those keep them', () => {
  const nameOf = statementNames()
  const texts = Array.from({ length: 2_000 }, (_, at) => ({ sql: `SELECT ${at}` }))
  for (const text of texts) expect(nameOf(text)).toBe('')
  const names = texts.map((text) => [nameOf(text), nameOf(text)].at(-1))
  expect(new Set(names.filter(Boolean)).size).toBe(500)
  expect(texts.map((text) => nameOf(text))).toEqual(names)
})

test('Postgres is told what it knows already by its name', async () => {
  const told = await db.$transaction(async (tx) => {
    for (let time = 0; time < 4; time++) await tx.$queryRaw`SELECT ${time}::int + 40 AS sum`
    return tx.$queryRaw<{ times: number }[]>`SELECT (generic_plans + custom_plans)::int times
      FROM pg_prepared_statements WHERE statement LIKE '%+ 40 AS sum%' AND statement NOT LIKE '%pg_prepared%'`
  })
  expect(told).toEqual([{ times: 3 }])
})
