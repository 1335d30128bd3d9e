// What changed lately: updates by the day they occurred on, corrections and withdrawals by the day they were made.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { addDays, type Clocks, dayOf } from '#lib/dates.ts'
import { db } from '#lib/db.ts'
import type { DatePrecision } from '#lib/generated/prisma/enums.ts'
import { type Localised, localised } from '#lib/languages.ts'
import { isLive } from '#lib/updates/live.ts'
import type { Status } from '#lib/updates/rules.ts'

export type Change = {
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
/** The newest of the changes since a day, itself included, and how many there are. */
export type Lately = { since: string; until: string; changes: Change[]; total: number }

const week = 7
const month = 30
const most = 6

type Row = Change & { isWeek: boolean; total: number }

/** What changed in the seven days that end with the clocks' day, and in the rest of the thirty. */
export async function listChanges(viewer: Viewer, clocks: Clocks): Promise<{ week: Lately; month: Lately }> {
  authorize(viewer, 'update.read', 'published, other')
  const rows = await newest(clocks)
  const named = rows.map(({ headline, party, ...row }) => ({
    ...row,
    headline: localised(headline),
    party: party && localised(party),
  }))
  const of = (isWeek: boolean, since: string, until: string): Lately => {
    const each = named.filter((row) => row.isWeek === isWeek)
    const total = each[0]?.total ?? 0
    return { since, until, total, changes: each.map(({ isWeek: _, total: __, ...change }) => change) }
  }
  const weekSince = addDays(clocks.on, 1 - week)
  return {
    week: of(true, weekSince, clocks.on),
    month: of(false, addDays(clocks.on, 1 - month), addDays(weekSince, -1)),
  }
}

function newest(clocks: Clocks): Promise<Row[]> {
  const { on, known } = clocks
  const knownOn = dayOf(known)
  const live = isLive(clocks)
  return db.$queryRaw<Row[]>`
    WITH near AS (
      SELECT 'update' kind, "updateId", "occurredOn" "day", precision, "knownFrom" at,
        "occurredOn" > ${on}::date - ${week}::int "isWeek"
      FROM "LiveUpdate" WHERE "occurredOn" > ${on}::date - ${month}::int AND "occurredOn" <= ${on}::date AND ${live}
      UNION ALL
      SELECT CASE WHEN EXISTS (SELECT FROM "Withdrawal" w WHERE w."updateId" = l."updateId" AND w."withdrawnAt" = l."knownTo")
          THEN 'withdrawal' ELSE 'correction' END, "updateId", ("knownTo" AT TIME ZONE 'UTC')::date, 'DAY', "knownTo",
        "knownTo" >= ${`${addDays(knownOn, 1 - week)}T00:00:00Z`}::timestamptz
      FROM "LiveUpdate" l WHERE "knownTo" >= ${`${addDays(knownOn, 1 - month)}T00:00:00Z`}::timestamptz
        AND "knownTo" <= ${clocks.isNow ? 'infinity' : known.toISOString()}::timestamptz
        AND "occurredOn" <= ${on}::date
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY "isWeek" ORDER BY "day" DESC, at DESC, "updateId") place,
        count(*) OVER (PARTITION BY "isWeek")::int total
      FROM near
    )
    SELECT p.kind, p."updateId" id, p."day"::text "day", p.precision, p."isWeek", p.total, c.ref, s.name party, u.headline,
      u.status, CASE WHEN p.kind = 'update' THEN (
        SELECT b.status FROM "LiveUpdate" b
        WHERE b."commitmentId" = u."commitmentId" AND b."partyId" IS NOT DISTINCT FROM u."partyId" AND ${live}
          AND (b."occurredOn", b."knownFrom") < (u."occurredOn", u."publishedAt")
        ORDER BY b."occurredOn" DESC, b."knownFrom" DESC LIMIT 1) END before
    FROM placed p JOIN "StatusUpdate" u ON u.id = p."updateId" JOIN "Commitment" c ON c.id = u."commitmentId"
    LEFT JOIN "Party" s ON s.id = u."partyId"
    WHERE p.place <= ${most} ORDER BY p."isWeek" DESC, p.place`
}
