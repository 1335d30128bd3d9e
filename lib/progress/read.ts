// The aggregates of the dashboard: the whole tracker at a glance, at the two clocks.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import { Status } from '#lib/generated/prisma/enums.ts'
import { type Localised, LocalisedText, localised } from '#lib/languages.ts'
import {
  areasAt,
  boundPartiesAt,
  commitmentsAt,
  partiesAt,
  summitsAt,
  wasRecorded,
} from '#lib/ledger/as-of.ts'
import { countStatus, emptyTally, type Tally } from '#lib/progress/rules.ts'
import { isLive } from '#lib/updates/live.ts'

/** How many of a summit's or area's commitments stand at a status overall; of a party's, its own. */
const Group = z.tuple([
  z.enum(['summit', 'area', 'party']),
  z.string(),
  z.enum(Status).nullable(),
  z.number(),
])
type Group = z.output<typeof Group>
type Named = { name: Localised; tally: Tally }
type SummitTally = Named & { slug: string; startsOn: string }
export type StaleLine = { ref: string; title: Localised; lastOn: string; reviewEveryDays: number }
export type SiteProgress = {
  /** Overall statuses of all commitments. */
  overall: Tally
  /** The parties' own statuses; `none` counts the promises for which a party has none of its own. */
  own: Tally
  areas: (Named & { slug: string })[]
  parties: (Named & { code: string })[]
  summits: SummitTally[]
  lastOn: string | null
  stale: { total: number; longest: StaleLine[] }
}

const longestSilences = 8

/** Tallies of everything, and what has been silent for too long. */
export async function getSiteProgress(viewer: Viewer, clocks: Clocks): Promise<SiteProgress> {
  authorize(viewer, 'summit.read', 'any')
  const now = clocks.isNow ? await ask(clocks, asOfNow(clocks)) : undefined
  // What is published of days to come is not in force yet: then only the history tells what is.
  const { groups, areas, parties, summits, lastOn, stale, longest } =
    now && !now.isAhead ? now : await ask(clocks, asOf(clocks))
  const tallies = new Map<string, Tally>()
  for (const [of, id, status, times] of groups)
    for (const key of [of, `${of} ${id}`])
      tallies.set(key, countStatus(tallies.get(key) ?? emptyTally(), status, times))
  const by = (key: string) => tallies.get(key) ?? emptyTally()
  const named = <N extends Name>(of: Group[0], names: N[]) =>
    names.map(({ id, name, ...rest }) => ({ ...rest, name: localised(name), tally: by(`${of} ${id}`) }))
  return {
    overall: by('area'),
    own: by('party'),
    areas: named('area', areas),
    parties: named('party', parties),
    summits: named('summit', summits),
    lastOn,
    stale: { total: stale, longest: longest.map((each) => ({ ...each, title: localised(each.title) })) },
  }
}

const Name = z.object({ id: z.string(), name: LocalisedText })
type Name = z.output<typeof Name>
const Found = z.object({
  groups: z.array(Group),
  areas: z.array(Name.extend({ slug: z.string() })),
  parties: z.array(Name.extend({ code: z.string() })),
  summits: z.array(Name.extend({ slug: z.string(), startsOn: z.string() })),
  isAhead: z.boolean(),
  lastOn: z.string().nullable(),
  stale: z.number(),
  longest: z.array(
    z.object({ ref: z.string(), title: LocalisedText, lastOn: z.string(), reviewEveryDays: z.number() }),
  ),
})
type Found = z.output<typeof Found>

/** One question for all of it; `counted` says how to come by the groups, the silence and the latest day. */
async function ask(clocks: Clocks, counted: Prisma.Sql): Promise<Found> {
  const was = wasRecorded(clocks)
  const [found] = await queryRows(Found)`
    WITH ${counted}
    SELECT (SELECT coalesce(json_agg(json_build_array("of", id, status, times)), '[]') FROM groups) groups,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name) ORDER BY position, slug), '[]')
        FROM ${areasAt(clocks)} a WHERE ${was}) areas,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name) ORDER BY code DESC), '[]')
        FROM ${partiesAt(clocks)} p WHERE ${was}) parties,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'startsOn', "startsOn")
        ORDER BY "startsOn" DESC, id), '[]') FROM ${summitsAt(clocks)} s WHERE ${was}) summits,
      (SELECT coalesce(json_agg(json_build_object('ref', c.ref, 'title', c.title, 'lastOn', l."lastOn",
        'reviewEveryDays', c."reviewEveryDays") ORDER BY l."lastOn", c.ref), '[]')
        FROM longest l JOIN ${commitmentsAt(clocks)} c USING (id)) longest,
      facts.*
    FROM facts`
  if (!found) throw new Error('One row of facts was asked for, and none came.')
  return found
}

// The ledger keeps these counts (prisma/sql/live.sql); a test compares them with asOf().
function asOfNow({ on }: Clocks): Prisma.Sql {
  return Prisma.sql`groups AS (
      SELECT "of", id, nullif(status, '') status, times FROM "StatusCount" WHERE "of" <> 'stale' AND times > 0
    ), longest AS (
      SELECT "commitmentId" id, "lastOn" FROM "CurrentStatus" WHERE "partyId" = '' AND "staleOn" < ${on}::date
      ORDER BY "lastOn", "commitmentId" LIMIT ${longestSilences}
    ), facts AS (
      SELECT (SELECT coalesce(sum(times), 0)::int FROM "StatusCount" WHERE "of" = 'stale' AND id < ${on}) stale,
        (SELECT max("occurredOn")::text FROM "LiveUpdate" WHERE "knownTo" IS NULL) "lastOn",
        EXISTS (SELECT FROM "LiveUpdate" WHERE "occurredOn" > ${on}::date)
          OR EXISTS (SELECT FROM "Commitment" WHERE "madeOn" > ${on}::date) "isAhead"
    )`
}

function asOf(clocks: Clocks): Prisma.Sql {
  const known = Prisma.sql`${clocks.known.toISOString()}::timestamptz`
  return Prisma.sql`force AS MATERIALIZED (
      SELECT DISTINCT ON ("commitmentId", "partyId") "commitmentId", "partyId", status, "occurredOn"
      FROM "LiveUpdate" WHERE "occurredOn" <= ${clocks.on}::date AND ${isLive(clocks)}
      ORDER BY "commitmentId", "partyId", "occurredOn" DESC, "knownFrom" DESC
    ), made AS MATERIALIZED (
      SELECT id, "summitId", "areaId", "madeOn", "reviewEveryDays" FROM ${commitmentsAt(clocks)} c
      WHERE "madeOn" <= ${clocks.on}::date AND "recordedAt" <= ${known}
        AND NOT EXISTS (SELECT FROM merged(${known}) m WHERE m."commitmentId" = id)
    ), groups AS (
      SELECT of."of", of.id, f.status, count(*)::int times
      FROM made c LEFT JOIN force f ON f."commitmentId" = c.id AND f."partyId" IS NULL
      CROSS JOIN LATERAL (SELECT 'summit' "of", c."summitId" id UNION ALL SELECT 'area', c."areaId") of
      GROUP BY 1, 2, 3
      UNION ALL
      SELECT 'party', cp."partyId", f.status, count(*)::int
      FROM made c JOIN ${boundPartiesAt(clocks)} cp ON cp."commitmentId" = c.id
      LEFT JOIN force f ON f."commitmentId" = c.id AND f."partyId" = cp."partyId" GROUP BY 2, 3
    ), stale AS (
      SELECT c.id, greatest(max(f."occurredOn"), c."madeOn") "lastOn"
      FROM made c LEFT JOIN force f ON f."commitmentId" = c.id GROUP BY c.id, c."madeOn", c."reviewEveryDays"
      HAVING ${clocks.on}::date - greatest(max(f."occurredOn"), c."madeOn") > c."reviewEveryDays"
    ), longest AS (
      SELECT id, "lastOn" FROM stale ORDER BY "lastOn", id LIMIT ${longestSilences}
    ), facts AS (
      SELECT (SELECT count(*)::int FROM stale) stale, (SELECT max("occurredOn")::text FROM force) "lastOn",
        false "isAhead"
    )`
}

/** Whether what is shown is the demonstration data. */
export async function isDemo(viewer: Viewer): Promise<boolean> {
  authorize(viewer, 'summit.read', 'any')
  const found = await db.installation.findUnique({
    where: { id: 1 },
    select: { demoLoadedAt: true, demoRemovedAt: true },
  })
  return Boolean(found?.demoLoadedAt && !found.demoRemovedAt)
}
