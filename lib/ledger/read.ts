// Reads the ledger, an append-only log, as anybody may.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { always, type Clocks } from '#lib/dates.ts'
import { LedgerKind } from '#lib/generated/prisma/enums.ts'

const entriesPerPage = 50

const EntryLine = z.object({
  seq: z.number(),
  kind: z.enum(LedgerKind),
  at: z.date(),
  hash: z.string(),
  /** Where the subject stands now; a commitment's reference, a summit's or an area's slug, or a party's code. */
  ref: z.string().nullable(),
  slug: z.string().nullable(),
  area: z.string().nullable(),
  party: z.string().nullable(),
  updateId: z.string().nullable(),
})
export type EntryLine = z.output<typeof EntryLine>
export type Head = { seq: number; at: Date; hash: string }
export type Check = { at: Date; seq: number; snapshots: number; excerpts: number; fault: string | null }

/** The head of the chain at `known` and what the last verification by then found; null where there was none yet. */
export async function getHead(
  viewer: Viewer,
  known = always,
): Promise<{ head: Head | null; check: Check | null }> {
  authorize(viewer, 'ledger.read', 'any')
  const by = { at: { lte: known } }
  const [head, check] = await Promise.all([
    db.ledgerEntry.findFirst({
      where: by,
      orderBy: { seq: 'desc' },
      select: { seq: true, at: true, hash: true },
    }),
    db.ledgerCheck.findFirst({
      where: by,
      orderBy: { at: 'desc' },
      select: { at: true, seq: true, snapshots: true, excerpts: true, fault: true },
    }),
  ])
  return { head, check }
}

/**
 * The clocks by which a file is drawn, and which a page names on paper: what was known at an instant is what was known
 * when the last entry before it was made, so that the same comes out, whoever asks when, until something is published.
 */
export async function settledClocks(viewer: Viewer, { on, known, isNow }: Clocks): Promise<Clocks> {
  authorize(viewer, 'ledger.read', 'any')
  const last = await db.ledgerEntry.findFirst({
    where: isNow ? {} : { at: { lte: known } },
    orderBy: { seq: 'desc' },
    select: { at: true },
  })
  return { on, known: last?.at ?? known, isNow: false }
}

/** One page of the ledger as it stood at `known`, newest first. */
export async function listEntries(
  viewer: Viewer,
  known: Date,
  page: number,
): Promise<{ entries: EntryLine[]; total: number; pages: number }> {
  authorize(viewer, 'ledger.read', 'any')
  // Entries are numbered without a gap, so that the last number is the count.
  const last = await db.ledgerEntry.findFirst({
    where: { at: { lte: known } },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  const total = last?.seq ?? 0
  const from = total - (page - 1) * entriesPerPage
  const entries = from > 0 ? await entriesWhere(Prisma.sql`l.seq <= ${from}`, entriesPerPage) : []
  return { entries, total, pages: Math.max(1, Math.ceil(total / entriesPerPage)) }
}

/** What the ledger says about one commitment and its updates up to `known`, newest first. */
export async function entriesAbout(
  viewer: Viewer,
  known: Date,
  commitmentId: string | Prisma.Sql,
): Promise<EntryLine[]> {
  authorize(viewer, 'ledger.read', 'any')
  return entriesWhere(
    Prisma.sql`l.at <= ${known.toISOString()}::timestamptz AND l."subjectId" IN (
      SELECT ${commitmentId} UNION ALL SELECT id FROM "StatusUpdate" WHERE "commitmentId" = ${commitmentId})`,
    200,
  )
}

function entriesWhere(where: Prisma.Sql, take: number): Promise<EntryLine[]> {
  return queryRows(EntryLine)`
    SELECT l.seq, l.kind, l.at, l.hash, c.ref, s.slug, a.slug area, p.code party, u.id "updateId"
    FROM "LedgerEntry" l
    LEFT JOIN "StatusUpdate" u ON u.id = l."subjectId"
    LEFT JOIN "Commitment" c ON c.id = coalesce(u."commitmentId", l."subjectId")
    LEFT JOIN "Summit" s ON s.id = l."subjectId"
    LEFT JOIN "Area" a ON a.id = l."subjectId"
    LEFT JOIN "Party" p ON p.id = l."subjectId"
    WHERE ${where} ORDER BY l.seq DESC LIMIT ${take}`
}
