// The filtered list of commitments in SQL: filters, sorts and paginates by what an address asks for.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { keptAt } from '#lib/commitments/kept.ts'
import { type CommitmentLine, listCommitments } from '#lib/commitments/read.ts'
import { type Commitment, fromKept, StoredCommitment } from '#lib/commitments/record.ts'
import { type CommitmentFilter, commitmentsPerPage } from '#lib/commitments/rules.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { type Clocks, clocksNow } from '#lib/dates.ts'
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
import { isLive } from '#lib/updates/live.ts'

export type CommitmentsFound = { lines: CommitmentLine[]; total: number; pages: number }

/** The commitments recorded and made by the two clocks that match, sorted, fifty to a page. */
export async function filterCommitments(
  viewer: Viewer,
  clocks: Clocks,
  search: CommitmentFilter,
): Promise<CommitmentsFound> {
  authorize(viewer, 'commitment.read', 'any')
  const where = matching(clocks, search)
  const isSorted = search.sort === 'news' || search.sort === 'silence'
  const status = search.status ? inForce(clocks) : Prisma.empty
  const order = search.status || isSorted ? inForce(clocks) : Prisma.empty
  const [ids, [count]] = await Promise.all([
    queryRows(z.object({ id: z.string() }))`
      SELECT c.id FROM ${commitmentsAt(clocks)} c ${order} WHERE ${where}
      ORDER BY ${orders[search.sort]} LIMIT ${commitmentsPerPage} OFFSET ${(search.page - 1) * commitmentsPerPage}`,
    queryRows(z.object({ total: z.number() }))`
      SELECT count(*)::int total FROM ${commitmentsAt(clocks)} c ${status} WHERE ${where}`,
  ])
  const lines = await listCommitments(
    viewer,
    clocks,
    ids.map(({ id }) => id),
  )
  const total = count?.total ?? 0
  return { lines, total, pages: Math.max(1, Math.ceil(total / commitmentsPerPage)) }
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
    return Prisma.sql`JOIN "CurrentStatus" overall ON overall."commitmentId" = c.id AND overall."partyId" = ''`
  return Prisma.sql`CROSS JOIN LATERAL (
    SELECT (array_agg(status ORDER BY "occurredOn" DESC, "knownFrom" DESC) FILTER (WHERE "partyId" IS NULL))[1] status,
      max("occurredOn") "newsOn", greatest(max("occurredOn"), c."madeOn") "lastOn"
    FROM "LiveUpdate" WHERE "commitmentId" = c.id AND "occurredOn" <= ${clocks.on}::date AND ${isLive(clocks)}) overall`
}

function matching(clocks: Clocks, search: CommitmentFilter): Prisma.Sql {
  const all = [
    Prisma.sql`c."recordedAt" <= ${clocks.known.toISOString()}::timestamptz AND c."madeOn" <= ${clocks.on}::date`,
    Prisma.sql`NOT EXISTS (SELECT FROM merged(${clocks.known.toISOString()}::timestamptz) m WHERE m."commitmentId" = c.id)`,
  ]
  if (search.summit)
    all.push(Prisma.sql`c."summitId" = (SELECT id FROM "Summit" WHERE slug = ${search.summit})`)
  if (search.area) all.push(Prisma.sql`c."areaId" = (SELECT id FROM "Area" WHERE slug = ${search.area})`)
  if (search.party)
    all.push(Prisma.sql`EXISTS (SELECT 1 FROM ${boundPartiesAt(clocks)} cp JOIN "Party" p ON p.id = cp."partyId"
      WHERE cp."commitmentId" = c.id AND p.code = ${search.party})`)
  if (search.status === 'NONE') all.push(Prisma.sql`overall.status IS NULL`)
  else if (search.status) all.push(Prisma.sql`overall.status = ${search.status}::"Status"`)
  if (search.text) {
    const like = `%${search.text.replace(/[\\%_]/g, '\\$&')}%`
    all.push(Prisma.sql`commitment_text(c.ref, c.title, c.text) ILIKE ${like}`)
  }
  return Prisma.join(all, ' AND ')
}

const Exported = StoredCommitment.extend({
  status: z.enum(Status).nullable(),
  statusSince: z.string().nullable(),
})
/** What is said of a commitment, its status and since when it has it. */
export type ExportedCommitment = { said: Commitment; status: Status | null; statusSince: string | null }

/** All commitments that match, in the order of their references, with what is needed to take them elsewhere. */
export async function exportCommitments(
  viewer: Viewer,
  clocks: Clocks,
  search: CommitmentFilter,
): Promise<ExportedCommitment[]> {
  authorize(viewer, 'commitment.read', 'any')
  const rows = await queryRows(Exported)`
    SELECT ${keptAt(clocks)}, overall.status, overall."occurredOn"::text AS "statusSince"
    FROM ${commitmentsAt(clocks)} c JOIN "Summit" s ON s.id = c."summitId" JOIN "Area" a ON a.id = c."areaId"
    LEFT JOIN LATERAL (SELECT status, "occurredOn" FROM "LiveUpdate" WHERE "commitmentId" = c.id
      AND "partyId" IS NULL AND "occurredOn" <= ${clocks.on}::date AND ${isLive(clocks)}
      ORDER BY "occurredOn" DESC, "knownFrom" DESC LIMIT 1) overall ON true
    WHERE ${matching(clocks, search)} ORDER BY ${orders.ref}`
  return rows.map((row) => ({ said: fromKept(row), status: row.status, statusSince: row.statusSince }))
}

const Choice = z.object({ value: z.string(), label: LocalisedText })
export type FilterOption = { value: string; label: Localised }
export type FilterOptions = { summits: FilterOption[]; areas: FilterOption[]; parties: FilterOption[] }

/** What the filters can choose from at the clocks. */
export async function listFilterOptions(
  viewer: Viewer,
  clocks = clocksNow(new Date()),
): Promise<FilterOptions> {
  authorize(viewer, 'commitment.read', 'any')
  const was = wasRecorded(clocks)
  const [summits, areas, parties] = await Promise.all([
    queryRows(Choice)`SELECT slug "value", name "label" FROM ${summitsAt(clocks)} s WHERE ${was}
      ORDER BY "startsOn" DESC, id LIMIT 500`,
    queryRows(Choice)`SELECT slug "value", name "label" FROM ${areasAt(clocks)} a WHERE ${was}
      ORDER BY "position", slug`,
    queryRows(
      Choice,
    )`SELECT code "value", name "label" FROM ${partiesAt(clocks)} p WHERE ${was} ORDER BY code`,
  ])
  const said = (options: z.output<typeof Choice>[]) =>
    options.map(({ value, label }) => ({ value, label: localised(label) }))
  return { summits: said(summits), areas: said(areas), parties: said(parties) }
}
