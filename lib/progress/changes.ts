// What changed lately: updates by the day they occurred on, corrections and withdrawals by the day they were made.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { addDays, type Clocks, dayOf } from '#lib/dates.ts'
import { DatePrecision, Status } from '#lib/generated/prisma/enums.ts'
import { type Localised, LocalisedText, localised } from '#lib/languages.ts'
import { partiesAt } from '#lib/ledger/as-of.ts'
import { isLive } from '#lib/updates/live.ts'

export type ProgressChange = {
  kind: 'update' | 'correction' | 'withdrawal'
  /** The update that is new, or the one that counts no longer. */
  id: string
  day: string
  precision: DatePrecision
  ref: string
  party: Localised | null
  headline: Localised
  status: Status
  /** What stood before an update; null where nothing did, and for what counts no longer. */
  before: Status | null
}
/** The newest of the changes from a day to another, both included, and whether there are more. */
export type ChangesSince = { since: string; until: string; changes: ProgressChange[]; hasMore: boolean }

const week = 7
const month = 30
const most = 6

const Row = z.object({
  kind: z.enum(['update', 'correction', 'withdrawal']),
  id: z.string(),
  day: z.string(),
  precision: z.enum(DatePrecision),
  isWeek: z.boolean(),
  ref: z.string(),
  party: LocalisedText.nullable(),
  headline: LocalisedText,
  status: z.enum(Status),
  before: z.enum(Status).nullable(),
})
type Row = z.output<typeof Row>

/** What changed in the seven days that end with the clocks' day, and in the rest of the thirty. */
export async function listChanges(
  viewer: Viewer,
  clocks: Clocks,
): Promise<{ week: ChangesSince; month: ChangesSince }> {
  authorize(viewer, 'update.read', 'published, other')
  const rows = await newest(clocks)
  const named = rows.map(({ headline, party, ...row }) => ({
    ...row,
    headline: localised(headline),
    party: party && localised(party),
  }))
  const of = (isWeek: boolean, since: string, until: string): ChangesSince => {
    const each = named.filter((row) => row.isWeek === isWeek).map(({ isWeek: _, ...change }) => change)
    return { since, until, changes: each.slice(0, most), hasMore: each.length > most }
  }
  const weekSince = addDays(clocks.on, 1 - week)
  return {
    week: of(true, weekSince, clocks.on),
    month: of(false, addDays(clocks.on, 1 - month), addDays(weekSince, -1)),
  }
}

// Each part is read from its end of an index, so that it takes as long however much there is.
function newest(clocks: Clocks): Promise<Row[]> {
  const { on, known } = clocks
  const live = isLive(clocks)
  const until = clocks.isNow ? 'infinity' : known.toISOString()
  const knownSince = (days: number) => `${addDays(dayOf(known), 1 - days)}T00:00:00Z`
  const happened = (isWeek: boolean, from: number, to: number) => Prisma.sql`(
    SELECT 'update' kind, "updateId", "occurredOn" "day", precision, "knownFrom" at, ${isWeek}::boolean "isWeek"
    FROM "LiveUpdate" WHERE "occurredOn" > ${on}::date - ${from}::int AND "occurredOn" <= ${on}::date - ${to}::int AND ${live}
    ORDER BY "occurredOn" DESC, "knownFrom" DESC LIMIT ${most + 1})`
  const gone = (isWeek: boolean, since: string, before: string) => Prisma.sql`(
    SELECT CASE WHEN EXISTS (SELECT FROM "Withdrawal" w WHERE w."updateId" = l."updateId" AND w."withdrawnAt" = l."knownTo")
        THEN 'withdrawal' ELSE 'correction' END, "updateId", ("knownTo" AT TIME ZONE 'UTC')::date, 'DAY', "knownTo", ${isWeek}::boolean
    FROM "LiveUpdate" l WHERE "knownTo" >= ${since}::timestamptz AND "knownTo" < ${before}::timestamptz
      AND "knownTo" <= ${until}::timestamptz AND "occurredOn" <= ${on}::date
    ORDER BY "knownTo" DESC LIMIT ${most + 1})`
  return queryRows(Row)`
    WITH near AS (
      ${happened(true, week, 0)} UNION ALL ${happened(false, month, week)}
      UNION ALL ${gone(true, knownSince(week), 'infinity')} UNION ALL ${gone(false, knownSince(month), knownSince(week))}
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY "isWeek" ORDER BY "day" DESC, at DESC, "updateId") place FROM near
    )
    SELECT p.kind, p."updateId" id, p."day"::text "day", p.precision, p."isWeek", c.ref, s.name party, u.headline,
      u.status, CASE WHEN p.kind = 'update' THEN (
        SELECT b.status FROM "LiveUpdate" b
        WHERE b."commitmentId" = u."commitmentId" AND b."partyId" IS NOT DISTINCT FROM u."partyId" AND ${live}
          AND (b."occurredOn", b."knownFrom") < (u."occurredOn", u."publishedAt")
        ORDER BY b."occurredOn" DESC, b."knownFrom" DESC LIMIT 1) END before
    FROM placed p JOIN "StatusUpdate" u ON u.id = p."updateId" JOIN "Commitment" c ON c.id = u."commitmentId"
    LEFT JOIN ${partiesAt(clocks)} s ON s.id = u."partyId"
    WHERE p.place <= ${most + 1} ORDER BY p."isWeek" DESC, p.place`
}
