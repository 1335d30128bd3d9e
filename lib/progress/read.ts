// The whole tracker at a glance, at the two clocks.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Clocks } from '#lib/dates.ts'
import { db } from '#lib/db.ts'
import { type Localised, localised } from '#lib/languages.ts'
import { keptByHead } from '#lib/ledger/kept.ts'
import { addTallies, count, emptyTally, type Tally } from '#lib/progress/rules.ts'
import type { Status } from '#lib/updates/rules.ts'

/** How many of a summit's or area's commitments stand at a status overall; of a party's, its own; of null, all overall. */
type Group = { of: 'summit' | 'area' | 'party'; id: string | null; status: Status | null; times: number }
type Named = { name: Localised; tally: Tally }
export type SummitTally = Named & { slug: string; startsOn: string }
export type Silent = { ref: string; title: Localised; lastOn: string; reviewEveryDays: number }
export type World = {
  /** Overall statuses of all commitments. */
  overall: Tally
  /** The parties' own statuses; `none` counts the promises for which a party has none of its own. */
  own: Tally
  areas: (Named & { slug: string })[]
  parties: (Named & { code: string })[]
  summits: SummitTally[]
  lastOn: string | null
  stale: { total: number; longest: Silent[] }
}

/** Tallies of everything, and what has been silent for too long. One pass over the statuses in force. */
export async function getWorld(viewer: Viewer, clocks: Clocks): Promise<World> {
  authorize(viewer, 'summit.read', 'any')
  return keptByHead('world', clocks, () => makeWorld(clocks))
}

async function makeWorld(clocks: Clocks): Promise<World> {
  const [[found], names] = await Promise.all([inForceGrouped(clocks), everyName()])
  const groups = found?.groups ?? []
  const by = (of: Group['of'], id: string | null) =>
    tallied(groups.filter((group) => group.of === of && group.id === id))
  return {
    overall: by('party', null),
    own: tallied(groups.filter((group) => group.of === 'party' && group.id !== null)),
    areas: names.areas.map(({ id, slug, name }) => ({
      slug,
      name: localised(name),
      tally: by('area', id),
    })),
    parties: names.parties.map(({ id, code, name }) => ({
      code,
      name: localised(name),
      tally: by('party', id),
    })),
    summits: names.summits.map(({ id, slug, name, startsOn }) => ({
      slug,
      name: localised(name),
      startsOn: startsOn.toISOString().slice(0, 10),
      tally: by('summit', id),
    })),
    lastOn: found?.lastOn ?? null,
    stale: {
      total: found?.stale ?? 0,
      longest: (found?.longest ?? []).map((each) => ({ ...each, title: localised(each.title) })),
    },
  }
}

function tallied(groups: Group[]): Tally {
  return groups
    .map((group) => count(emptyTally(), group.status, group.times))
    .reduce(addTallies, emptyTally())
}

type Found = { groups: Group[]; lastOn: string | null; stale: number; longest: Silent[] }

function inForceGrouped(clocks: Clocks): Promise<Found[]> {
  return db.$queryRaw<Found[]>`
    WITH force AS MATERIALIZED (
      SELECT "commitmentId", "partyId", status, "occurredOn"
      FROM status_at(${clocks.on}::date, ${clocks.known.toISOString()}::timestamptz)
    ), made AS MATERIALIZED (
      SELECT id, "summitId", "areaId", "madeOn", "reviewEveryDays" FROM "Commitment"
      WHERE "madeOn" <= ${clocks.on}::date AND "recordedAt" <= ${clocks.known.toISOString()}::timestamptz
    ), each AS MATERIALIZED (
      SELECT c."summitId", c."areaId", NULL::text "partyId", f.status
      FROM made c LEFT JOIN force f ON f."commitmentId" = c.id AND f."partyId" IS NULL
      UNION ALL
      SELECT c."summitId", c."areaId", cp."partyId", f.status
      FROM made c JOIN "CommitmentParty" cp ON cp."commitmentId" = c.id
      LEFT JOIN force f ON f."commitmentId" = c.id AND f."partyId" = cp."partyId"
    ), groups AS (
      SELECT 'summit' "of", "summitId" id, status, count(*)::int times FROM each WHERE "partyId" IS NULL GROUP BY 2, 3
      UNION ALL
      SELECT 'area', "areaId", status, count(*)::int FROM each WHERE "partyId" IS NULL GROUP BY 2, 3
      UNION ALL
      SELECT 'party', "partyId", status, count(*)::int FROM each GROUP BY 2, 3
    ), silence AS (
      SELECT c.id, greatest(max(f."occurredOn"), c."madeOn") "lastOn", c."reviewEveryDays"
      FROM made c LEFT JOIN force f ON f."commitmentId" = c.id GROUP BY c.id, c."madeOn", c."reviewEveryDays"
    ), stale AS (
      SELECT id, "lastOn", "reviewEveryDays" FROM silence
      WHERE ${clocks.on}::date - "lastOn" > "reviewEveryDays"
    ), longest AS (
      SELECT c.ref, c.title, s."lastOn", s."reviewEveryDays"
      FROM (SELECT * FROM stale ORDER BY "lastOn", id LIMIT 8) s JOIN "Commitment" c ON c.id = s.id
    )
    SELECT (SELECT coalesce(json_agg(groups), '[]') FROM groups) groups,
      (SELECT max("occurredOn")::text FROM force) "lastOn",
      (SELECT count(*)::int FROM stale) stale,
      (SELECT coalesce(json_agg(longest ORDER BY "lastOn", ref), '[]') FROM longest) longest`
}

async function everyName() {
  const [summits, areas, parties] = await Promise.all([
    db.summit.findMany({
      select: { id: true, slug: true, name: true, startsOn: true },
      orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    }),
    db.area.findMany({
      select: { id: true, slug: true, name: true },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    }),
    db.party.findMany({ select: { id: true, code: true, name: true }, orderBy: { code: 'desc' } }),
  ])
  return { summits, areas, parties }
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
