// Commitments that are stale: nobody has heard of them for longer than their review interval.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { NotFound } from '#lib/errors.ts'
import { LocalisedText, localised, say } from '#lib/languages.ts'

const Row = z.object({
  id: z.string(),
  ref: z.string(),
  title: LocalisedText,
  lastOn: z.string(),
  days: z.number(),
  count: z.number(),
  headline: LocalisedText.nullable(),
  exact: z.string().nullable(),
  source: z.string().nullable(),
  language: z.string().nullable(),
  waits: z.boolean(),
})
type Row = z.output<typeof Row>

/**
 * Commitments without news for longer than their review interval, the longest silent first, and how many there are.
 * Each with what was last published on it, the evidence that rested on, and whether something waits for review.
 */
export async function listStale(viewer: Member, now = new Date(), take = 20) {
  authorize(viewer, 'draft.begin', 'any')
  const rows = await lastNews(now, Prisma.sql`${daysSince(now)} > c."reviewEveryDays"`, take)
  return { count: rows[0]?.count ?? 0, rows: rows.map(inWords) }
}

/** The same of one commitment, silent for long or not. Throws NotFound. */
export async function getStaleness(viewer: Member, ref: string, now = new Date()) {
  authorize(viewer, 'draft.begin', 'any')
  const [row] = await lastNews(now, Prisma.sql`c.ref = ${ref}`, 1)
  if (!row) throw new NotFound('commitment')
  return inWords(row)
}

const last = Prisma.sql`GREATEST(c."madeOn", u."occurredOn")`
const daysSince = (now: Date) => Prisma.sql`((${now} AT TIME ZONE 'UTC')::date - ${last})`

function lastNews(now: Date, where: Prisma.Sql, take: number): Promise<Row[]> {
  return queryRows(Row)`
    WITH silent AS (
      SELECT c.id, c.ref, c.title, u.id AS "updateId", u.headline, ${last}::text AS "lastOn",
        ${daysSince(now)} AS days
      FROM "Commitment" c
      LEFT JOIN LATERAL (SELECT * FROM live_updates(${now}) l WHERE l."commitmentId" = c.id
        ORDER BY l."occurredOn" DESC, l."publishedAt" DESC LIMIT 1) u ON true
      WHERE ${where} AND NOT EXISTS (SELECT FROM merged(${now}) m WHERE m."commitmentId" = c.id)
    )
    SELECT s.*, count(*) OVER ()::int AS count, e.exact, e.source, e.language,
      EXISTS (SELECT 1 FROM "Draft" w WHERE w.kind = 'UPDATE' AND w.state = 'SUBMITTED'
        AND w.body ->> 'commitmentId' = s.id) AS waits
    FROM silent s
    LEFT JOIN LATERAL (SELECT x.exact, coalesce(a.publisher, a.title) AS source, a.language
      FROM "Evidence" v JOIN "Article" a ON a.id = v."articleId" LEFT JOIN "Excerpt" x ON x.id = v."excerptId"
      WHERE v."updateId" = s."updateId" ORDER BY v.position LIMIT 1) e ON true
    ORDER BY days DESC, ref LIMIT ${take}`
}

function inWords({ id, ref, lastOn, days, waits, title, headline, exact, source, language }: Row) {
  return {
    id,
    ref,
    lastOn,
    days,
    waits,
    title: say(localised(title), 'en').text,
    last: headline ? say(localised(headline), 'en') : null,
    evidence: source ? { exact, source, language: language ?? 'en' } : null,
  }
}

export type StaleCommitment = Awaited<ReturnType<typeof listStale>>['rows'][number]
