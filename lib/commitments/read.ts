// Commitments as readers see them at the two clocks.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { keptAt } from '#lib/commitments/kept.ts'
import { type Commitment, fromKept, StoredCommitment } from '#lib/commitments/record.ts'
import { isRef } from '#lib/commitments/rules.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { type Clocks, upTo } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'
import { DatePrecision, Status } from '#lib/generated/prisma/enums.ts'
import { LocalisedText, localised } from '#lib/languages.ts'
import { areasAt, boundPartiesAt, commitmentsAt, partiesAt, summitsAt } from '#lib/ledger/as-of.ts'
import { isLive } from '#lib/updates/live.ts'

const PartyName = z.object({ id: z.string(), code: z.string(), name: LocalisedText })
export type PartyName = z.output<typeof PartyName>
const LiveUpdate = z.object({
  id: z.string(),
  partyId: z.string().nullable(),
  status: z.enum(Status),
  occurredOn: z.string(),
  precision: z.enum(DatePrecision),
})
/** A live update at the two clocks; lists of them are in order of occurrence. */
export type LiveUpdate = z.output<typeof LiveUpdate>
const Named = z.object({ slug: z.string(), name: LocalisedText })
const Line = z.object({
  id: z.string(),
  ref: z.string(),
  title: LocalisedText,
  madeOn: z.string(),
  reviewEveryDays: z.number(),
  area: Named,
  summit: Named,
  parties: z.array(PartyName),
  updates: z.array(LiveUpdate),
})
export type CommitmentLine = z.output<typeof Line>

/** The commitments with these ids, in this order, each with its live updates. */
export async function listCommitments(
  viewer: Viewer,
  clocks: Clocks,
  ids: string[],
): Promise<CommitmentLine[]> {
  authorize(viewer, 'commitment.read', 'any')
  if (ids.length === 0) return []
  const rows = await queryRows(Line)`
    SELECT ${line(clocks)} FROM unnest(${ids}::text[]) WITH ORDINALITY wanted(id, place)
    JOIN ${commitmentsAt(clocks)} c USING (id) ${names(clocks)} ORDER BY wanted.place`
  return rows.map(lineFrom)
}

/** All commitments of a summit that were made and recorded by the two clocks, in the order of their references. */
export async function listCommitmentsOfSummit(
  viewer: Viewer,
  clocks: Clocks,
  id: Prisma.Sql,
): Promise<CommitmentLine[]> {
  authorize(viewer, 'commitment.read', 'any')
  const rows = await queryRows(Line)`
    SELECT ${line(clocks)} FROM ${commitmentsAt(clocks)} c ${names(clocks)}
    WHERE c."summitId" = ${id} AND c."madeOn" <= ${clocks.on}::date
      AND c."recordedAt" <= ${clocks.known.toISOString()}::timestamptz
      AND NOT EXISTS (SELECT FROM merged(${clocks.known.toISOString()}::timestamptz) m WHERE m."commitmentId" = c.id)
    ORDER BY rtrim(c.ref, '0123456789'), length(c.ref), c.ref`
  return rows.map(lineFrom)
}

const names = (clocks: Clocks) =>
  Prisma.sql`JOIN ${areasAt(clocks)} a ON a.id = c."areaId" JOIN ${summitsAt(clocks)} s ON s.id = c."summitId"`

function line(clocks: Clocks): Prisma.Sql {
  return Prisma.sql`c.id, c.ref, c.title, c."madeOn"::text "madeOn", c."reviewEveryDays",
    json_build_object('slug', a.slug, 'name', a.name) area,
    json_build_object('slug', s.slug, 'name', s.name) summit,
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'name', p.name)
        ORDER BY p.code DESC), '[]')
      FROM ${boundPartiesAt(clocks)} cp JOIN ${partiesAt(clocks)} p ON p.id = cp."partyId"
      WHERE cp."commitmentId" = c.id) parties,
    (SELECT coalesce(json_agg(json_build_object('id', "updateId", 'partyId', "partyId", 'status', status,
        'occurredOn', "occurredOn", 'precision', precision) ORDER BY "occurredOn", "knownFrom"), '[]')
      FROM "LiveUpdate" WHERE "commitmentId" = c.id AND "occurredOn" <= ${clocks.on}::date
        AND ${isLive(clocks)}) updates`
}

function lineFrom(row: CommitmentLine): CommitmentLine {
  return {
    id: row.id,
    ref: row.ref,
    title: localised(row.title),
    madeOn: row.madeOn,
    reviewEveryDays: row.reviewEveryDays,
    area: { slug: row.area.slug, name: localised(row.area.name) },
    summit: { slug: row.summit.slug, name: localised(row.summit.name) },
    parties: row.parties.map((party) => ({ ...party, name: localised(party.name) })),
    updates: row.updates,
  }
}

const Neighbour = z.object({ ref: z.string(), title: LocalisedText }).nullable()
export type Neighbour = z.output<typeof Neighbour>
const PromisedIn = z.object({
  excerptId: z.string(),
  articleId: z.string(),
  title: z.string(),
  address: z.string().nullable(),
  language: z.string(),
  exact: z.string(),
  translation: LocalisedText.nullable(),
  speaker: z.string().nullable(),
})
export type Promised = z.output<typeof PromisedIn>
const Page = StoredCommitment.extend({
  ...Line.shape,
  recordedAt: z.date(),
  promised: PromisedIn.nullable(),
  before: Neighbour,
  after: Neighbour,
})
export type CommitmentPage = CommitmentLine & {
  said: Commitment
  isRecorded: boolean
  recordedAt: Date
  promised: Promised | null
  before: Neighbour
  after: Neighbour
}

/** The id of the commitment that has a reference at the clocks, to be asked for within another question. */
export const idByRef = (clocks: Clocks, ref: string): Prisma.Sql =>
  Prisma.sql`(SELECT c.id FROM ${commitmentsAt(clocks)} c WHERE c.ref = ${ref})`

/** One commitment by its reference, at the two clocks, as it was worded at `known`. */
export async function getCommitment(viewer: Viewer, clocks: Clocks, ref: string): Promise<CommitmentPage> {
  authorize(viewer, 'commitment.read', 'any')
  const [row] = isRef(ref)
    ? await queryRows(Page)`
        SELECT ${line(clocks)}, ${keptAt(clocks)}, c."recordedAt",
          (SELECT json_build_object('excerptId', x.id, 'exact', x.exact, 'speaker', x.speaker, 'articleId', r.id,
              'title', r.title, 'address', r.address, 'language', r.language, 'translation', x.translation)
            FROM "Excerpt" x JOIN "Snapshot" n ON n.id = x."snapshotId" JOIN "Article" r ON r.id = n."articleId"
            WHERE x.id = c."promisedInId") promised,
          ${neighbour(clocks, Prisma.sql`<`, Prisma.sql`DESC`)} before,
          ${neighbour(clocks, Prisma.sql`>`, Prisma.sql`ASC`)} after
        FROM ${commitmentsAt(clocks)} c ${names(clocks)} WHERE c.ref = ${ref}`
    : []
  if (!row) throw new NotFound('commitment')
  const named = (other: Neighbour) => other && { ref: other.ref, title: localised(other.title) }
  return {
    ...lineFrom(row),
    said: fromKept(row),
    isRecorded: row.recordedAt <= clocks.known,
    recordedAt: row.recordedAt,
    promised: row.promised,
    before: named(row.before),
    after: named(row.after),
  }
}

// References count: WOODSIDE-10 comes after WOODSIDE-9.
function neighbour(clocks: Clocks, side: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  const known = Prisma.sql`${upTo(clocks).toISOString()}::timestamptz`
  return Prisma.sql`(SELECT json_build_object('ref', n.ref, 'title', n.title) FROM ${commitmentsAt(clocks)} n
    WHERE n."summitId" = c."summitId" AND n."recordedAt" <= ${known}
      AND NOT EXISTS (SELECT FROM merged(${known}) m WHERE m."commitmentId" = n.id)
      AND (length(n.ref), n.ref) ${side} (length(c.ref), c.ref)
    ORDER BY length(n.ref) ${order}, n.ref ${order} LIMIT 1)`
}
