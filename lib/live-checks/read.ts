// What live checks found: pages that changed (content drift), went (link rot) or did not answer.

import { z } from 'zod'
import { captureFaults } from '#engines/fetching/faults.ts'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { sameAddresses } from '#lib/captures/rules.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { always, type Clocks, clocksNow, upTo } from '#lib/dates.ts'
import { LiveCheckOutcome } from '#lib/generated/prisma/enums.ts'
import { excerptOutcomes, isStillThere } from '#lib/live-checks/compare.ts'
import { type Finding, failuresBeforeTold } from '#lib/live-checks/rules.ts'
import { isQueued } from '#lib/queue.ts'

const quoted = { id: true, exact: true, prefix: true, suffix: true, start: true, end: true } as const
/** Everything archived of an article, newest first, with what is quoted from it. */
export const archivedSnapshots = {
  orderBy: { takenAt: 'desc' },
  select: {
    text: true,
    takenAt: true,
    method: true,
    extractorVersion: true,
    finalAddress: true,
    excerpts: { select: quoted, orderBy: { start: 'asc' } },
  },
} as const

const archivedBy = (by: Date) => {
  const excerpts = { ...archivedSnapshots.select.excerpts, where: { quotedAt: { lte: by } } }
  return {
    ...archivedSnapshots,
    where: { takenAt: { lte: by } },
    select: { ...archivedSnapshots.select, excerpts },
  }
}

const Row = z.object({
  articleId: z.string(),
  takenAt: z.date(),
  checkId: z.string().nullable(),
  at: z.date().nullable(),
  outcome: z.enum(LiveCheckOutcome).nullable(),
  isOther: z.boolean(),
  times: z.number(),
  since: z.date().nullable(),
})
type Row = z.output<typeof Row>

/** What the checks since the newest archiving come to: the last that found something out, and the failures after it. */
function findings(where: Prisma.Sql, rest = Prisma.empty, by = always): Promise<Row[]> {
  const known = Prisma.sql`${by.toISOString()}::timestamptz`
  return queryRows(Row)`
    SELECT a.id AS "articleId", s."takenAt", l.id AS "checkId", l.at, l.outcome::text AS outcome,
      l."textSha256" IS NOT NULL AND l."textSha256" <> s."textSha256" AS "isOther", f.times, f.since
    FROM "Article" a
    CROSS JOIN LATERAL (SELECT "takenAt", "textSha256" FROM "Snapshot"
      WHERE "articleId" = a.id AND "takenAt" <= ${known} ORDER BY "takenAt" DESC LIMIT 1) s
    LEFT JOIN LATERAL (SELECT id, at, outcome, "textSha256" FROM "LiveCheck"
      WHERE "articleId" = a.id AND at > s."takenAt" AND at <= ${known} AND outcome <> 'FAILED' ORDER BY at DESC LIMIT 1) l ON true
    CROSS JOIN LATERAL (SELECT count(*)::int AS times, min(at) AS since FROM "LiveCheck"
      WHERE "articleId" = a.id AND at > coalesce(l.at, s."takenAt") AND at <= ${known}) f
    WHERE (l.id IS NOT NULL OR f.times > 0) AND ${where} ${rest}`
}

const striking = Prisma.sql`(l.outcome <> 'SAME' OR f.times >= ${failuresBeforeTold})`

/** What the checks of an article's page had come to at the clock; null when none was made since it was last archived. */
export async function findFinding(
  viewer: Viewer,
  articleId: string,
  clocks: Clocks = clocksNow(new Date()),
): Promise<Finding | null> {
  authorize(viewer, 'article.read', 'any')
  const by = upTo(clocks)
  const [row] = await findings(Prisma.sql`a.id = ${articleId}`, Prisma.empty, by)
  return row ? withQuotes(row, await compared(row, by)) : null
}

type Comparison = Awaited<ReturnType<typeof compared>>

/** The newest text seen that differs from the archived one, and what becomes of the excerpts in it. */
async function compared({ articleId, takenAt }: Row, by = always) {
  const [article, seen] = await Promise.all([
    db.article.findUniqueOrThrow({
      where: { id: articleId },
      select: { title: true, publisher: true, language: true, address: true, snapshots: archivedBy(by) },
    }),
    db.liveCheck.findFirst({
      where: { articleId, at: { gt: takenAt, lte: by }, outcome: 'CHANGED' },
      orderBy: { at: 'desc' },
      select: { id: true, at: true, text: true, finalAddress: true },
    }),
  ])
  const { snapshots, ...facts } = article
  const outcomes = excerptOutcomes(snapshots, seen?.text ?? snapshots[0]?.text ?? '')
  return { article: facts, newest: snapshots[0], seen, outcomes }
}

function withQuotes({ at, outcome, isOther, times, since }: Row, { outcomes, seen }: Comparison): Finding {
  const held = outcome === 'CHANGED' && seen ? outcomes.filter(isStillThere).length : outcomes.length
  return {
    found: at && outcome && { at, outcome, isOther, quotes: outcomes.length, held },
    failing: since && { since, times },
  }
}

/** The same with all that a member may know: what went wrong, what the page said when it last answered, where it led. */
export async function getLiveCheck(viewer: Viewer, articleId: string) {
  authorize(viewer, 'liveCheck.read', 'any')
  // Asked first: of a check that ends in between, the page must show the result or ask again.
  const isRunning = await isQueued(`live-check:${articleId}`)
  const [row] = await findings(Prisma.sql`a.id = ${articleId}`)
  if (!row) return { isRunning, check: null }
  const [last, comparison] = await Promise.all([
    db.liveCheck.findFirst({
      where: { articleId },
      orderBy: { at: 'desc' },
      select: { fault: true, detail: true, retryAt: true },
    }),
    compared(row),
  ])
  const { article, newest, seen, outcomes } = comparison
  const home = sameAddresses(newest?.finalAddress ?? article.address ?? '')
  const isElsewhere = Boolean(seen?.finalAddress && !home.includes(seen.finalAddress))
  return {
    isRunning,
    check: {
      finding: withQuotes(row, comparison),
      sentence: sentenceOf(last?.fault ?? null),
      detail: last?.detail ?? null,
      language: article.language,
      archived: newest?.text ?? '',
      seen: seen && { id: seen.id, at: seen.at, text: seen.text ?? '' },
      leadsTo: isElsewhere ? (seen?.finalAddress ?? null) : null,
      outcomes: seen ? outcomes : [],
    },
  }
}

function sentenceOf(fault: string | null): string | null {
  return fault && Object.hasOwn(captureFaults, fault)
    ? captureFaults[fault as keyof typeof captureFaults]
    : null
}

const mostShown = 50

/** The articles whose page changed, went, closed or stays silent since they were last archived, lost quotes first. */
export async function listChangedPages(viewer: Viewer) {
  authorize(viewer, 'liveCheck.read', 'any')
  const rows = await findings(striking, Prisma.sql`ORDER BY coalesce(l.at, f.since) DESC LIMIT ${mostShown}`)
  const shown = await Promise.all(
    rows.map(async (row) => {
      const comparison = await compared(row)
      const { title, publisher, language } = comparison.article
      const finding = withQuotes(row, comparison)
      const lost = comparison.seen ? comparison.outcomes.filter((each) => !isStillThere(each)).length : 0
      return { id: row.articleId, title, publisher, language, finding, lost }
    }),
  )
  return shown.sort((a, b) => b.lost - a.lost)
}

/** How many articles that list names. */
export async function countChangedPages(viewer: Viewer): Promise<number> {
  authorize(viewer, 'liveCheck.read', 'any')
  return (await findings(striking, Prisma.sql`LIMIT ${mostShown}`)).length
}
