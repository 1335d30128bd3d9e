// Raw SQL with the schema of its rows: tests parse every row, so that a column that was forgotten or renamed fails.

import type { z } from 'zod'
import { db, Prisma, type Tx } from '#lib/database/client.ts'
import { isTest } from '#lib/env.ts'

/**
 * Asks for rows: queryRows(Row)`SELECT …`, and queryRows(Row, tx) within a transaction. They come as the database gave
 * them: a schema says what they are, and changes nothing.
 */
export function queryRows<Row>(schema: z.ZodType<Row>, reader: Pick<Tx, '$queryRaw'> = db) {
  return async (strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> => {
    const rows = await reader.$queryRaw<Row[]>(Prisma.sql(strings, ...values))
    // What production asks was asked in tests: there rows are taken at their word, and cost nothing more.
    if (isTest) for (const row of rows) schema.parse(row)
    return rows
  }
}
