// Which published updates count (are live): a condition on "LiveUpdate", a table that triggers keep.

import { Prisma } from '#lib/database/client.ts'
import type { Clocks } from '#lib/dates.ts'

/**
 * The condition on a row of "LiveUpdate" that its update counted at `known`. What is published this very moment may bear
 * an instant a little ahead (lib/ledger/write.ts): now means whatever has not gone.
 */
export function isLive({ known, isNow }: Clocks): Prisma.Sql {
  if (isNow) return Prisma.sql`"knownTo" IS NULL`
  const at = Prisma.sql`${known.toISOString()}::timestamptz`
  return Prisma.sql`"knownFrom" <= ${at} AND ("knownTo" IS NULL OR "knownTo" > ${at})`
}
