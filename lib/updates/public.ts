// The published updates of a commitment with their evidence, and what became of them.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PartyName } from '#lib/commitments/read.ts'
import { db, Prisma } from '#lib/database/client.ts'
import type { Clocks } from '#lib/dates.ts'
import type { ArticleKind, DatePrecision } from '#lib/generated/prisma/enums.ts'
import { type Localised, localised } from '#lib/languages.ts'
import { commitmentsAt, partiesAt, summitsAt } from '#lib/ledger/as-of.ts'
import { isSlug } from '#lib/slugs.ts'
import { isLive } from '#lib/updates/live.ts'
import type { Bearing, Status } from '#lib/updates/rules.ts'

/** With an excerpt its grade is “verified quote”, without one “citation only”. */
export type EvidenceLine = {
  id: string
  bearing: Bearing
  articleId: string
  title: string
  publisher: string | null
  publishedOn: string | null
  precision: DatePrecision
  address: string | null
  language: string
  kind: ArticleKind
  locator: string | null
  excerptId: string | null
  exact: string | null
  translation: Localised | null
  speaker: string | null
  /** The code of the party whose own voice this is: it speaks in the passage, or the document is its own. */
  voice: string | null
}
export type PublishedUpdate = {
  id: string
  commitment: { ref: string; title: Localised }
  party: PartyName | null
  status: Status
  occurredOn: string
  precision: DatePrecision
  headline: Localised
  note: Localised
  publishedAt: Date
  supersedesId: string | null
  /** The commitment that it stood on: another one's, where this was carried over by a merge. */
  supersedesRef: string | null
  correctionReason: string | null
  supersededById: string | null
  supersededByRef: string | null
  withdrawnAt: Date | null
  withdrawnBecause: string | null
  evidence: EvidenceLine[]
}

/** All updates of a commitment published by `known` about days up to `on`, newest occurrence first, gone ones too. */
export async function historyOf(
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
export async function latestUpdates(
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
  const rows = await db.$queryRaw<PublishedUpdate[]>`
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
