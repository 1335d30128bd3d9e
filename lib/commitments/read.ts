// Commitments as readers see them at the two clocks.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { isRef } from '#lib/commitments/rules.ts'
import { asWorded, listWordings } from '#lib/commitments/wordings.ts'
import type { Clocks } from '#lib/dates.ts'
import { db, Prisma } from '#lib/db.ts'
import { NotFound } from '#lib/errors.ts'
import type { DatePrecision } from '#lib/generated/prisma/enums.ts'
import { type Localised, localised } from '#lib/languages.ts'
import type { Status } from '#lib/updates/rules.ts'

export type PartyName = { id: string; code: string; name: Localised }
/** A live update at the two clocks; lists of them are in order of occurrence. */
export type LiveUpdate = {
  id: string
  partyId: string | null
  status: Status
  occurredOn: string
  precision: DatePrecision
}
export type CommitmentLine = {
  id: string
  ref: string
  title: Localised
  madeOn: string
  reviewEveryDays: number
  area: { slug: string; name: Localised }
  summit: { slug: string; name: Localised }
  parties: PartyName[]
  updates: LiveUpdate[]
}

/** The commitments with these ids, in this order, each with its live updates. */
export async function linesOf(viewer: Viewer, clocks: Clocks, ids: string[]): Promise<CommitmentLine[]> {
  authorize(viewer, 'commitment.read', 'any')
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<CommitmentLine[]>`
    SELECT c.id, c.ref, c.title, c."madeOn"::text "madeOn", c."reviewEveryDays",
      json_build_object('slug', a.slug, 'name', a.name) area,
      json_build_object('slug', s.slug, 'name', s.name) summit,
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'name', p.name)
          ORDER BY p.code DESC), '[]')
        FROM "CommitmentParty" cp JOIN "Party" p ON p.id = cp."partyId" WHERE cp."commitmentId" = c.id) parties,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'partyId', u."partyId", 'status', u.status,
          'occurredOn', u."occurredOn", 'precision', u."occurredPrecision")
          ORDER BY u."occurredOn", u."publishedAt"), '[]')
        FROM live_updates(${clocks.known.toISOString()}::timestamptz) u
        WHERE u."commitmentId" = c.id AND u."occurredOn" <= ${clocks.on}::date) updates
    FROM unnest(${ids}::text[]) WITH ORDINALITY wanted(id, place)
    JOIN "Commitment" c USING (id) JOIN "Area" a ON a.id = c."areaId" JOIN "Summit" s ON s.id = c."summitId"
    ORDER BY wanted.place`
  const lines = rows.map((row) => ({
    ...row,
    title: localised(row.title),
    area: { slug: row.area.slug, name: localised(row.area.name) },
    summit: { slug: row.summit.slug, name: localised(row.summit.name) },
    parties: row.parties.map((party) => ({ ...party, name: localised(party.name) })),
  }))
  return asWorded(lines, clocks)
}

export type Neighbour = { ref: string; title: Localised } | null
export type Promised = {
  excerptId: string
  articleId: string
  articleTitle: string
  language: string
  exact: string
  speaker: string | null
}
export type CommitmentPage = CommitmentLine & {
  text: Localised
  due: { on: string; precision: DatePrecision } | null
  isRecorded: boolean
  recordedAt: Date
  criteria: { position: number; text: Localised }[]
  promised: Promised | null
  before: Neighbour
  after: Neighbour
}

const facts = {
  id: true,
  ref: true,
  summitId: true,
  text: true,
  dueOn: true,
  duePrecision: true,
  recordedAt: true,
  criteria: { select: { position: true, text: true }, orderBy: { position: 'asc' } },
  promisedIn: {
    select: {
      id: true,
      exact: true,
      speaker: true,
      snapshot: { select: { article: { select: { id: true, title: true, language: true } } } },
    },
  },
} as const satisfies Prisma.CommitmentSelect

/** One commitment by its reference, at the two clocks, as it was worded at `known`. */
export async function getCommitment(viewer: Viewer, clocks: Clocks, ref: string): Promise<CommitmentPage> {
  authorize(viewer, 'commitment.read', 'any')
  const found = isRef(ref) ? await db.commitment.findUnique({ where: { ref }, select: facts }) : null
  if (!found) throw new NotFound('commitment')
  const [[line], [before], [after]] = await Promise.all([
    linesOf(viewer, clocks, [found.id]),
    neighbour(found, Prisma.sql`<`, Prisma.sql`DESC`),
    neighbour(found, Prisma.sql`>`, Prisma.sql`ASC`),
  ])
  if (!line) throw new NotFound('commitment')
  const said = clocks.isNow ? undefined : (await listWordings(viewer, clocks, found.id)).at(-1)
  const source = found.promisedIn?.snapshot.article
  return {
    ...line,
    text: said?.text ?? localised(found.text),
    due: said
      ? said.due
      : found.dueOn && { on: found.dueOn.toISOString().slice(0, 10), precision: found.duePrecision },
    isRecorded: found.recordedAt <= clocks.known,
    recordedAt: found.recordedAt,
    criteria: said
      ? said.criteria.map((text, position) => ({ position, text }))
      : found.criteria.map(({ position, text }) => ({ position, text: localised(text) })),
    promised:
      found.promisedIn && source
        ? {
            excerptId: found.promisedIn.id,
            exact: found.promisedIn.exact,
            speaker: found.promisedIn.speaker,
            articleId: source.id,
            articleTitle: source.title,
            language: source.language,
          }
        : null,
    before: before ? { ref: before.ref, title: localised(before.title) } : null,
    after: after ? { ref: after.ref, title: localised(after.title) } : null,
  }
}

// References count: WOODSIDE-10 comes after WOODSIDE-9.
async function neighbour(
  { ref, summitId }: { ref: string; summitId: string },
  side: Prisma.Sql,
  order: Prisma.Sql,
): Promise<{ ref: string; title: unknown }[]> {
  return db.$queryRaw`
    SELECT ref, title FROM "Commitment"
    WHERE "summitId" = ${summitId} AND (length(ref), ref) ${side} (length(${ref}), ${ref})
    ORDER BY length(ref) ${order}, ref ${order} LIMIT 1`
}
