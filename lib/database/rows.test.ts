import { expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'

const Row = z.object({ name: z.string(), count: z.number() })

test('rows come as they were asked for, in a transaction as well', async () => {
  const asked = [{ name: 'one', count: 1 }]
  expect(await queryRows(Row)`SELECT ${'one'} AS name, ${1}::int AS count`).toEqual(asked)
  const within = await db.$transaction((tx) => queryRows(Row, tx)`SELECT ${'one'} AS name, 1 AS count`)
  expect(within).toEqual(asked)
})

test('a column that is missing, misnamed or of another type fails', async () => {
  await expect(queryRows(Row)`SELECT 'one' AS name`).rejects.toThrow('count')
  await expect(queryRows(Row)`SELECT 'one' AS nome, 1 AS count`).rejects.toThrow('name')
  await expect(queryRows(Row)`SELECT 'one' AS name, 1::bigint AS count`).rejects.toThrow('number')
})
