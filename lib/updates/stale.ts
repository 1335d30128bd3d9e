// Commitments nobody has heard of for longer than their review interval, and the update that says so.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { dayOf } from '#lib/dates.ts'
import { Conflict, Invalid, NotFound } from '#lib/errors.ts'
import { localised, say } from '#lib/languages.ts'
import type { NoChangeInput } from '#lib/updates/input.ts'
import { noChange } from '#lib/updates/rules.ts'
import { keepUpdate } from '#lib/updates/write.ts'

type Row = {
  id: string
  ref: string
  title: unknown
  lastOn: string
  days: number
  count: number
  headline: unknown
  exact: string | null
  source: string | null
  language: string | null
  waits: boolean
}

/**
 * Commitments without news for longer than their review interval, the longest silent first, and how many there are.
 * Each with what was last published on it, the evidence that rested on, and whether something waits for review.
 */
export async function listSilent(viewer: Member, now = new Date(), take = 20) {
  authorize(viewer, 'update.draft', 'any')
  const rows = await lastNews(now, Prisma.sql`${daysSince(now)} > c."reviewEveryDays"`, take)
  return { count: rows[0]?.count ?? 0, rows: rows.map(inWords) }
}

/** The same of one commitment, silent for long or not. Throws NotFound. */
export async function getSilence(viewer: Member, ref: string, now = new Date()) {
  authorize(viewer, 'update.draft', 'any')
  const [row] = await lastNews(now, Prisma.sql`c.ref = ${ref}`, 1)
  if (!row) throw new NotFound('commitment')
  return inWords(row)
}

const last = Prisma.sql`GREATEST(c."madeOn", u."occurredOn")`
const daysSince = (now: Date) => Prisma.sql`((${now} AT TIME ZONE 'UTC')::date - ${last})`

function lastNews(now: Date, where: Prisma.Sql, take: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH silent AS (
      SELECT c.id, c.ref, c.title, u.id AS "updateId", u.headline, ${last}::text AS "lastOn",
        ${daysSince(now)} AS days
      FROM "Commitment" c
      LEFT JOIN LATERAL (SELECT * FROM live_updates(${now}) l WHERE l."commitmentId" = c.id
        ORDER BY l."occurredOn" DESC, l."publishedAt" DESC LIMIT 1) u ON true
      WHERE ${where} AND NOT EXISTS (SELECT FROM merged(${now}) m WHERE m."commitmentId" = c.id)
    )
    SELECT s.*, count(*) OVER ()::int AS count, e.exact, e.source, e.language,
      EXISTS (SELECT 1 FROM "StatusUpdate" w WHERE w."commitmentId" = s.id AND w.state = 'SUBMITTED') AS waits
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

export type SilentCommitment = Awaited<ReturnType<typeof listSilent>>['rows'][number]

/**
 * Hands in an update of today which says that somebody looked and saw no change. It repeats the status that stands
 * (the overall one where there is one), says where was looked, and shows as context what that status rests on.
 * Returns its id. Invalid where neither an update nor archived words of the promise are there to rest on.
 */
export async function recordNoChange(
  viewer: Member,
  { commitmentId, searched, requestKey }: z.output<typeof NoChangeInput>,
  now = new Date(),
): Promise<{ id: string; version: number }> {
  authorize(viewer, 'update.draft', 'any')
  const commitment = await db.commitment.findUnique({
    where: { id: commitmentId },
    select: { promisedInId: true },
  })
  if (!commitment) throw new NotFound('commitment')
  const waiting = await db.statusUpdate.findFirst({
    where: { commitmentId, state: 'SUBMITTED', NOT: requestKey ? { requestKey } : [] },
    select: { id: true },
  })
  if (waiting) throw new Conflict('An update on this commitment waits for review already: see to that first.')
  const standing = await standingUpdate(commitmentId, now)
  const sources = standing
    ? standing.evidence.map(({ articleId, excerptId, locator }) => ({
        source: sourceOf(articleId, excerptId),
        locator,
      }))
    : commitment.promisedInId
      ? [{ source: { kind: 'excerpt' as const, id: commitment.promisedInId }, locator: null }]
      : []
  if (sources.length === 0)
    throw new Invalid([
      {
        field: 'searched',
        message: 'Nothing archived tells how this stood before: record an update with a source instead.',
      },
    ])
  return keepUpdate(
    viewer,
    {
      commitmentId,
      partyId: standing?.partyId ?? null,
      status: standing?.status ?? 'NOT_STARTED',
      occurred: { day: dayOf(now), precision: 'DAY' },
      headline: noChange,
      note: /\p{Script=Han}/u.test(searched) ? { zh: searched } : { en: searched },
      evidence: sources.map((each) => ({ ...each, bearing: 'CONTEXT' as const })),
      requestKey,
      id: null,
      version: null,
      act: 'submit',
    },
    now,
  )
}

const sourceOf = (articleId: string, excerptId: string | null) =>
  excerptId ? { kind: 'excerpt' as const, id: excerptId } : { kind: 'article' as const, id: articleId }

async function standingUpdate(commitmentId: string, now: Date) {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM live_updates(${now}) WHERE "commitmentId" = ${commitmentId}
    ORDER BY "partyId" IS NOT NULL, "occurredOn" DESC, "publishedAt" DESC LIMIT 1`
  return row
    ? db.statusUpdate.findUnique({
        where: { id: row.id },
        select: {
          partyId: true,
          status: true,
          evidence: {
            orderBy: { position: 'asc' },
            select: { articleId: true, excerptId: true, locator: true },
          },
        },
      })
    : null
}
