// Finds commitments by what an address asks for, one page at a time.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type CommitmentLine, linesOf } from '#lib/commitments/read.ts'
import { pageSize, type Search } from '#lib/commitments/rules.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { type Clocks, clocksNow, edtf } from '#lib/dates.ts'
import type { DatePrecision } from '#lib/generated/prisma/enums.ts'
import { type Localised, localised } from '#lib/languages.ts'
import {
  areasAt,
  boundAt,
  commitmentsAt,
  criteriaAt,
  partiesAt,
  summitsAt,
  wasRecorded,
} from '#lib/ledger/as-of.ts'
import { isLive } from '#lib/updates/live.ts'
import type { Status } from '#lib/updates/rules.ts'

export type Found = { lines: CommitmentLine[]; total: number; pages: number }

/** The commitments recorded and made by the two clocks that match, sorted, fifty to a page. */
export async function searchCommitments(viewer: Viewer, clocks: Clocks, search: Search): Promise<Found> {
  authorize(viewer, 'commitment.read', 'any')
  const where = matching(clocks, search)
  const isSorted = search.sort === 'news' || search.sort === 'silence'
  const status = search.status ? inForce(clocks) : Prisma.empty
  const order = search.status || isSorted ? inForce(clocks) : Prisma.empty
  const [ids, [count]] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM ${commitmentsAt(clocks)} c ${order} WHERE ${where}
      ORDER BY ${orders[search.sort]} LIMIT ${pageSize} OFFSET ${(search.page - 1) * pageSize}`,
    db.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int total FROM ${commitmentsAt(clocks)} c ${status} WHERE ${where}`,
  ])
  const lines = await linesOf(
    viewer,
    clocks,
    ids.map(({ id }) => id),
  )
  const total = count?.total ?? 0
  return { lines, total, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

// WOODSIDE-2 before WOODSIDE-10: by name, then by number.
const byRef = Prisma.sql`rtrim(c.ref, '0123456789'), length(c.ref), c.ref`
const orders = {
  ref: byRef,
  news: Prisma.sql`overall."newsOn" DESC NULLS LAST, ${byRef}`,
  silence: Prisma.sql`overall."lastOn", ${byRef}`,
  made: Prisma.sql`c."madeOn" DESC, ${byRef}`,
}

// Where each stands overall, and when something was last heard of it: what the ledger keeps of now, or the history.
function inForce(clocks: Clocks): Prisma.Sql {
  if (clocks.isNow)
    return Prisma.sql`JOIN "InForce" overall ON overall."commitmentId" = c.id AND overall."partyId" = ''`
  return Prisma.sql`CROSS JOIN LATERAL (
    SELECT (array_agg(status ORDER BY "occurredOn" DESC, "knownFrom" DESC) FILTER (WHERE "partyId" IS NULL))[1] status,
      max("occurredOn") "newsOn", greatest(max("occurredOn"), c."madeOn") "lastOn"
    FROM "LiveUpdate" WHERE "commitmentId" = c.id AND "occurredOn" <= ${clocks.on}::date AND ${isLive(clocks)}) overall`
}

function matching(clocks: Clocks, search: Search): Prisma.Sql {
  const all = [
    Prisma.sql`c."recordedAt" <= ${clocks.known.toISOString()}::timestamptz AND c."madeOn" <= ${clocks.on}::date`,
    Prisma.sql`NOT EXISTS (SELECT FROM merged(${clocks.known.toISOString()}::timestamptz) m WHERE m."commitmentId" = c.id)`,
  ]
  if (search.summit)
    all.push(Prisma.sql`c."summitId" = (SELECT id FROM "Summit" WHERE slug = ${search.summit})`)
  if (search.area) all.push(Prisma.sql`c."areaId" = (SELECT id FROM "Area" WHERE slug = ${search.area})`)
  if (search.party)
    all.push(Prisma.sql`EXISTS (SELECT 1 FROM ${boundAt(clocks)} cp JOIN "Party" p ON p.id = cp."partyId"
      WHERE cp."commitmentId" = c.id AND p.code = ${search.party})`)
  if (search.status === 'NONE') all.push(Prisma.sql`overall.status IS NULL`)
  else if (search.status) all.push(Prisma.sql`overall.status = ${search.status}::"Status"`)
  if (search.text) {
    const like = `%${search.text.replace(/[\\%_]/g, '\\$&')}%`
    all.push(Prisma.sql`commitment_text(c.ref, c.title, c.text) ILIKE ${like}`)
  }
  return Prisma.join(all, ' AND ')
}

export type ExportedCommitment = {
  ref: string
  summit: string
  area: string
  parties: string[]
  title: Localised
  text: Localised
  madeOn: string
  due: string | null
  reviewEveryDays: number
  criteria: Localised[]
  status: Status | null
  statusSince: string | null
}

/** All commitments that match, in the order of their references, with what is needed to take them elsewhere. */
export async function exportCommitments(
  viewer: Viewer,
  clocks: Clocks,
  search: Search,
): Promise<ExportedCommitment[]> {
  authorize(viewer, 'commitment.read', 'any')
  const rows = await db.$queryRaw<(ExportedCommitment & { precision: DatePrecision })[]>`
    SELECT c.ref, s.slug AS summit, a.slug AS area, c.title, c.text, c."madeOn"::text AS "madeOn",
      c."dueOn"::text AS due, c."duePrecision"::text AS precision, c."reviewEveryDays", overall.status,
      overall."occurredOn"::text AS "statusSince",
      ARRAY(SELECT p.code FROM ${boundAt(clocks)} cp JOIN "Party" p ON p.id = cp."partyId"
        WHERE cp."commitmentId" = c.id ORDER BY p.code) AS parties,
      coalesce((SELECT json_agg(k.text ORDER BY k.position) FROM ${criteriaAt(clocks)} k WHERE k."commitmentId" = c.id), '[]') AS criteria
    FROM ${commitmentsAt(clocks)} c JOIN "Summit" s ON s.id = c."summitId" JOIN "Area" a ON a.id = c."areaId"
    LEFT JOIN LATERAL (SELECT status, "occurredOn" FROM "LiveUpdate" WHERE "commitmentId" = c.id
      AND "partyId" IS NULL AND "occurredOn" <= ${clocks.on}::date AND ${isLive(clocks)}
      ORDER BY "occurredOn" DESC, "knownFrom" DESC LIMIT 1) overall ON true
    WHERE ${matching(clocks, search)} ORDER BY ${orders.ref}`
  return rows.map(({ title, text, criteria, due, precision, ...row }) => ({
    ...row,
    title: localised(title),
    text: localised(text),
    criteria: criteria.map(localised),
    due: due && edtf(due, precision),
  }))
}

export type Option = { value: string; label: Localised }
export type Options = { summits: Option[]; areas: Option[]; parties: Option[] }

/** What the filters can choose from at the clocks. */
export async function listOptions(viewer: Viewer, clocks = clocksNow(new Date())): Promise<Options> {
  authorize(viewer, 'commitment.read', 'any')
  const was = wasRecorded(clocks)
  const [summits, areas, parties] = await Promise.all([
    db.$queryRaw<Option[]>`SELECT slug "value", name "label" FROM ${summitsAt(clocks)} s WHERE ${was}
      ORDER BY "startsOn" DESC, id LIMIT 500`,
    db.$queryRaw<Option[]>`SELECT slug "value", name "label" FROM ${areasAt(clocks)} a WHERE ${was}
      ORDER BY "position", slug`,
    db.$queryRaw<
      Option[]
    >`SELECT code "value", name "label" FROM ${partiesAt(clocks)} p WHERE ${was} ORDER BY code`,
  ])
  const said = (options: Option[]) => options.map(({ value, label }) => ({ value, label: localised(label) }))
  return { summits: said(summits), areas: said(areas), parties: said(parties) }
}
