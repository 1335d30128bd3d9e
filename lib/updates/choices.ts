// What an update form offers: commitments and how they stand, and the sources that may be evidence.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { Status } from '#lib/generated/prisma/enums.ts'
import { localised, say } from '#lib/languages.ts'

const most = 500

const Current = z.object({ commitmentId: z.string(), partyId: z.string().nullable(), status: z.enum(Status) })

/**
 * The commitments of the latest summits, each with its parties and the statuses that stand now ('' is overall), and the
 * one in `kept`, though it was merged into another.
 */
export async function commitmentChoices(viewer: Member, kept = '', now = new Date()) {
  authorize(viewer, 'draft.begin', 'any')
  const rows = await db.commitment.findMany({
    where: { OR: [{ merge: null }, { id: kept }] },
    orderBy: [{ summit: { startsOn: 'desc' } }, { summitId: 'asc' }, { ref: 'asc' }],
    take: most,
    select: {
      id: true,
      ref: true,
      title: true,
      merge: { select: { into: { select: { ref: true } } } },
      summit: { select: { name: true } },
      parties: {
        orderBy: { party: { code: 'asc' } },
        select: { party: { select: { id: true, code: true, name: true } } },
      },
    },
  })
  const standing = await standingOf(
    rows.map((row) => row.id),
    now,
  )
  return rows.map(({ summit, title, parties, merge, ...row }) => ({
    ...row,
    title: `${say(localised(title), 'en').text}${merge ? ` (merged into ${merge.into.ref})` : ''}`,
    summit: say(localised(summit.name), 'en').text,
    parties: parties.map(({ party }) => ({ ...party, name: say(localised(party.name), 'en').text })),
    standing: standing.get(row.id) ?? {},
  }))
}

async function standingOf(ids: string[], now: Date): Promise<Map<string, Record<string, Status>>> {
  const found = new Map<string, Record<string, Status>>()
  if (ids.length === 0) return found
  const rows = await queryRows(Current)`
    SELECT "commitmentId", "partyId", status FROM status_at((${now} AT TIME ZONE 'UTC')::date, ${now})
    WHERE "commitmentId" IN (${Prisma.join(ids)})`
  for (const { commitmentId, partyId, status } of rows)
    found.set(commitmentId, { ...found.get(commitmentId), [partyId ?? '']: status })
  return found
}

/**
 * The latest excerpts and articles, only those that contain `find` when it is given, and those in `kept` however old:
 * values as the form sends them, with their words.
 */
export async function sourceChoices(viewer: Member, kept: string[] = [], find = '') {
  authorize(viewer, 'draft.begin', 'any')
  const ids = (kind: string) =>
    kept.flatMap((each) => (each.startsWith(kind) ? [each.slice(kind.length)] : []))
  const excerpt = {
    id: true,
    exact: true,
    speaker: true,
    party: { select: { code: true } },
    snapshot: { select: { article: { select: { title: true } } } },
  } as const
  const article = { id: true, title: true, publisher: true } as const
  const has = { contains: find, mode: 'insensitive' } as const
  const saying = { OR: [{ exact: has }, { speaker: has }, { snapshot: { article: { title: has } } }] }
  const titled = { OR: [{ title: has }, { publisher: has }] }
  const [recent, keptExcerpts, latest, keptArticles] = await Promise.all([
    db.excerpt.findMany({
      where: find ? saying : {},
      orderBy: [{ quotedAt: 'desc' }, { id: 'asc' }],
      take: 200,
      select: excerpt,
    }),
    db.excerpt.findMany({ where: { id: { in: ids('excerpt:') } }, select: excerpt }),
    db.article.findMany({
      where: find ? titled : {},
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: 200,
      select: article,
    }),
    db.article.findMany({ where: { id: { in: ids('article:') } }, select: article }),
  ])
  const excerpts = [...keptExcerpts, ...recent].map(({ id, exact, speaker, party, snapshot }) => ({
    value: `excerpt:${id}`,
    label: `“${shortened(exact)}” — ${[speaker, party?.code].filter(Boolean).join(', ') || snapshot.article.title}`,
  }))
  const articles = [...keptArticles, ...latest].map(({ id, title, publisher }) => ({
    value: `article:${id}`,
    label: publisher ? `${title} — ${publisher}` : title,
  }))
  return { excerpts: once(excerpts), articles: once(articles), find, count: recent.length + latest.length }
}

const shortened = (text: string) => (text.length > 110 ? `${text.slice(0, 108).toWellFormed()}…` : text)

function once<T extends { value: string }>(rows: T[]): T[] {
  return [...new Map(rows.map((row) => [row.value, row])).values()]
}

export type CommitmentChoice = Awaited<ReturnType<typeof commitmentChoices>>[number]
export type SourceChoices = Awaited<ReturnType<typeof sourceChoices>>
