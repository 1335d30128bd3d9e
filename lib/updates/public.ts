// The published updates of a commitment with their evidence, and what became of them.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import { ArticleKind, Bearing, DatePrecision, Status } from '#lib/generated/prisma/enums.ts'
import { type Localised, LocalisedText, localised } from '#lib/languages.ts'
import { commitmentsAt, partiesAt, summitsAt } from '#lib/ledger/as-of.ts'
import { isSlug } from '#lib/slugs.ts'
import { isLive } from '#lib/updates/live.ts'

const EvidenceLine = z.object({
  id: z.string(),
  bearing: z.enum(Bearing),
  articleId: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  precision: z.enum(DatePrecision),
  address: z.string().nullable(),
  language: z.string(),
  kind: z.enum(ArticleKind),
  locator: z.string().nullable(),
  excerptId: z.string().nullable(),
  exact: z.string().nullable(),
  translation: LocalisedText.nullable(),
  speaker: z.string().nullable(),
  /** The code of the party whose own voice this is: it speaks in the passage, or the document is its own. */
  voice: z.string().nullable(),
})
/** With an excerpt its grade is “verified quote”, without one “citation only”. */
export type EvidenceLine = z.output<typeof EvidenceLine>
const Row = z.object({
  id: z.string(),
  commitment: z.object({ ref: z.string(), title: LocalisedText }),
  party: z.object({ id: z.string(), code: z.string(), name: LocalisedText }).nullable(),
  status: z.enum(Status),
  occurredOn: z.string(),
  precision: z.enum(DatePrecision),
  headline: LocalisedText,
  note: LocalisedText.nullable(),
  publishedAt: z.date(),
  supersedesId: z.string().nullable(),
  /** The commitment that it stood on: another one's, where this was carried over by a merge. */
  supersedesRef: z.string().nullable(),
  correctionReason: z.string().nullable(),
  supersededById: z.string().nullable(),
  supersededByRef: z.string().nullable(),
  withdrawnAt: z.date().nullable(),
  withdrawnBecause: z.string().nullable(),
  evidence: z.array(EvidenceLine),
})
export type PublishedUpdate = Omit<z.output<typeof Row>, 'note'> & { note: Localised }

/** All updates of a commitment published by `known` about days up to `on`, newest occurrence first, gone ones too. */
export async function getHistory(
  viewer: Viewer,
  clocks: Clocks,
  commitmentId: string | Prisma.Sql,
): Promise<PublishedUpdate[]> {
  return updatesOf(
    viewer,
    clocks,
    Prisma.sql`SELECT id, "occurredOn", "publishedAt" FROM "StatusUpdate"
      WHERE "commitmentId" = ${commitmentId}
        AND "publishedAt" <= ${clocks.known.toISOString()}::timestamptz AND "occurredOn" <= ${clocks.on}::date
      ORDER BY "occurredOn" DESC, "publishedAt" DESC LIMIT 500`,
  )
}

/** The latest live updates anywhere, or of one summit by its slug. */
export async function listLatestUpdates(
  viewer: Viewer,
  clocks: Clocks,
  asked: { summit?: string; take: number },
): Promise<PublishedUpdate[]> {
  if (asked.summit && !isSlug(asked.summit)) return []
  const summit = Prisma.sql`(SELECT s.id FROM ${summitsAt(clocks)} s WHERE s.slug = ${asked.summit})`
  // What "LiveUpdate" knows is to which summit each commitment belongs now.
  const belongs = clocks.isNow
    ? Prisma.sql`"summitId" = ${summit} AND`
    : Prisma.sql`"commitmentId" IN (SELECT id FROM ${commitmentsAt(clocks)} c WHERE "summitId" = ${summit}) AND`
  const ofSummit = asked.summit ? belongs : Prisma.empty
  return updatesOf(
    viewer,
    clocks,
    Prisma.sql`SELECT "updateId" id, "occurredOn", "knownFrom" "publishedAt" FROM "LiveUpdate"
      WHERE ${ofSummit} "occurredOn" <= ${clocks.on}::date AND ${isLive(clocks)}
      ORDER BY "occurredOn" DESC, "knownFrom" DESC LIMIT ${asked.take}`,
  )
}

async function updatesOf(viewer: Viewer, clocks: Clocks, wanted: Prisma.Sql): Promise<PublishedUpdate[]> {
  authorize(viewer, 'update.read', 'published, other')
  const known = clocks.known.toISOString()
  const rows = await queryRows(Row)`
    SELECT u.id, json_build_object('ref', c.ref, 'title', c.title) commitment,
      CASE WHEN p.id IS NULL THEN NULL
        ELSE json_build_object('id', p.id, 'code', p.code, 'name', p.name) END party,
      u.status, u."occurredOn"::text "occurredOn", u."occurredPrecision" "precision", u.headline, u.note,
      u."publishedAt", u."supersedesId", u."correctionReason", next.id "supersededById",
      (SELECT r.ref FROM "StatusUpdate" o JOIN "Commitment" r ON r.id = o."commitmentId"
        WHERE o.id = u."supersedesId") "supersedesRef",
      (SELECT r.ref FROM "Commitment" r WHERE r.id = next."commitmentId") "supersededByRef",
      w."withdrawnAt", w.reason "withdrawnBecause", proof.evidence
    FROM (${wanted}) wanted
    JOIN "StatusUpdate" u USING (id) JOIN ${commitmentsAt(clocks)} c ON c.id = u."commitmentId"
    LEFT JOIN ${partiesAt(clocks)} p ON p.id = u."partyId"
    LEFT JOIN "StatusUpdate" next ON next."supersedesId" = u.id
      AND next."publishedAt" <= ${known}::timestamptz
    LEFT JOIN "Withdrawal" w ON w."updateId" = u.id AND w."withdrawnAt" <= ${known}::timestamptz
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('id', e.id, 'bearing', e.bearing, 'articleId', a.id,
        'title', a.title, 'publisher', a.publisher, 'publishedOn', a."publishedOn",
        'precision', a."publishedPrecision", 'address', a.address, 'language', a.language, 'kind', a.kind,
        'locator', e.locator, 'excerptId', x.id, 'exact', x.exact,
        'translation', x.translation, 'speaker', x.speaker, 'voice', v.code) ORDER BY e.position), '[]') evidence
      FROM "Evidence" e JOIN "Article" a ON a.id = e."articleId" LEFT JOIN "Excerpt" x ON x.id = e."excerptId"
      LEFT JOIN "Party" v ON v.id = coalesce(x."partyId", a."voicePartyId")
      WHERE e."updateId" = u.id) proof
    ORDER BY wanted."occurredOn" DESC, wanted."publishedAt" DESC`
  return rows.map((row) => ({
    ...row,
    commitment: { ref: row.commitment.ref, title: localised(row.commitment.title) },
    party: row.party ? { ...row.party, name: localised(row.party.name) } : null,
    headline: localised(row.headline),
    note: localised(row.note),
  }))
}
