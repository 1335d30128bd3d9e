// The SELECT list of a commitment: the one place where SQL names its fields, at either clock.

import { Prisma } from '#lib/database/client.ts'
import type { Clocks } from '#lib/dates.ts'

/** The columns that `StoredCommitment` (record.ts) describes, of `c` (`commitmentsAt` the clocks), its area `a` and summit `s`. */
export function keptAt({ isNow }: Clocks): Prisma.Sql {
  return Prisma.sql`c.ref, s.slug "summitSlug", a.slug "areaSlug", c.title, c.text, c.guideline, c."madeOn"::text "madeOn",
    left(c."dueOn"::text, CASE c."duePrecision" WHEN 'YEAR' THEN 4 WHEN 'MONTH' THEN 7 ELSE 10 END) due,
    c."reviewEveryDays", c."promisedInId", ${isNow ? boundNow : boundThen}`
}

const boundNow = Prisma.sql`
  ARRAY(SELECT p.code FROM "CommitmentParty" cp JOIN "Party" p ON p.id = cp."partyId"
    WHERE cp."commitmentId" = c.id ORDER BY p.code) "partyCodes",
  coalesce((SELECT json_agg(k.text ORDER BY k.position) FROM "Criterion" k WHERE k."commitmentId" = c.id), '[]') criteria`
// Rows of the past hold their criteria, and whom they bound.
const boundThen = Prisma.sql`
  ARRAY(SELECT p.code FROM "Party" p WHERE p.id = ANY(c."partyIds") ORDER BY p.code) "partyCodes", c.criteria`
