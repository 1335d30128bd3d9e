// As-of queries (system-versioned tables): the tables of now, or what the ledger said at an instant.
// Each stands in SQL where a table would.

import { Prisma } from '#lib/database/client.ts'
import type { Clocks } from '#lib/dates.ts'

const instant = ({ known }: Clocks) => Prisma.sql`${known.toISOString()}::timestamptz`

function stood(clocks: Clocks): Prisma.Sql {
  const at = instant(clocks)
  return Prisma.sql`"knownFrom" <= ${at} AND ("knownTo" IS NULL OR "knownTo" > ${at})`
}

/** Commitments as they were worded; one that was recorded only later as it was worded first. */
export function commitmentsAt(clocks: Clocks): Prisma.Sql {
  if (clocks.isNow) return Prisma.sql`"Commitment"`
  return Prisma.sql`(SELECT * FROM "CommitmentHistory" WHERE ${stood(clocks)})`
}

/** Which parties each commitment bound. */
export function boundPartiesAt(clocks: Clocks): Prisma.Sql {
  if (clocks.isNow) return Prisma.sql`"CommitmentParty"`
  return Prisma.sql`(SELECT t.id "commitmentId", bound."partyId" FROM "CommitmentHistory" t,
    unnest(t."partyIds") bound("partyId") WHERE ${stood(clocks)})`
}

/** By what each commitment counts as kept. */
export function criteriaAt(clocks: Clocks): Prisma.Sql {
  if (clocks.isNow) return Prisma.sql`"Criterion"`
  return Prisma.sql`(SELECT t.id "commitmentId", k.place - 1 "position", k.text FROM "CommitmentHistory" t,
    jsonb_array_elements(t.criteria) WITH ORDINALITY k(text, place) WHERE ${stood(clocks)})`
}

export function summitsAt(clocks: Clocks): Prisma.Sql {
  if (clocks.isNow) return Prisma.sql`"Summit"`
  return Prisma.sql`(SELECT * FROM "SummitHistory" WHERE ${stood(clocks)})`
}

/** Who met at each summit, and who led them. */
export function summitPartiesAt(clocks: Clocks): Prisma.Sql {
  if (clocks.isNow) return Prisma.sql`"SummitParty"`
  return Prisma.sql`(SELECT t.id "summitId", m."partyId", nullif(m.leader, 'null') leader FROM "SummitHistory" t,
    jsonb_to_recordset(t.parties) m("partyId" text, leader jsonb) WHERE ${stood(clocks)})`
}

export function areasAt(clocks: Clocks): Prisma.Sql {
  if (clocks.isNow) return Prisma.sql`"Area"`
  return Prisma.sql`(SELECT * FROM "NameHistory" WHERE slug IS NOT NULL AND ${stood(clocks)})`
}

export function partiesAt(clocks: Clocks): Prisma.Sql {
  if (clocks.isNow) return Prisma.sql`"Party"`
  return Prisma.sql`(SELECT * FROM "NameHistory" WHERE code IS NOT NULL AND ${stood(clocks)})`
}

/** The condition on a row of these that it had been recorded: lists show no more than was known. */
export function wasRecorded(clocks: Clocks): Prisma.Sql {
  return clocks.isNow ? Prisma.sql`true` : Prisma.sql`"recordedAt" <= ${instant(clocks)}`
}
