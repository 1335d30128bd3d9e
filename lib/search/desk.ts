// Finds what a member may be looking for by a few of its words: commitments, summits, sources and updates.

import { authorize, may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { localised, say } from '#lib/languages.ts'

export type Found = { kind: 'commitment' | 'summit' | 'source' | 'update'; label: string; href: string }

/** At most five of each kind, the newest first; none for fewer than two characters. Drafts only of those who may read them. */
export async function findAnything(viewer: Member, words: string): Promise<Found[]> {
  authorize(viewer, 'update.draft', 'any')
  const sought = words.trim().slice(0, 100)
  if (sought.length < 2) return []
  const like = `%${sought.replace(/[\\%_]/g, '\\$&')}%`
  const inWords = (column: Prisma.Sql) =>
    Prisma.sql`(${column} ->> 'en' ILIKE ${like} OR ${column} ->> 'zh' ILIKE ${like})`
  const drafts = may(viewer, 'update.read', 'draft, other')
  const seen = Prisma.sql`(u.state IN ('SUBMITTED', 'PUBLISHED') OR u."authorId" = ${viewer.id} OR ${drafts})`
  const [commitments, summits, articles, updates] = await Promise.all([
    db.$queryRaw<{ ref: string; title: unknown }[]>`SELECT c.ref, c.title FROM "Commitment" c
      WHERE c.ref ILIKE ${like} OR ${inWords(Prisma.sql`c.title`)} ORDER BY c."madeOn" DESC, c.ref LIMIT 5`,
    db.$queryRaw<{ slug: string; name: unknown }[]>`SELECT s.slug, s.name FROM "Summit" s
      WHERE s.slug ILIKE ${like} OR ${inWords(Prisma.sql`s.name`)} ORDER BY s."startsOn" DESC LIMIT 5`,
    db.$queryRaw<{ id: string; title: string; publisher: string | null }[]>`
      SELECT id, title, publisher FROM "Article"
      WHERE title ILIKE ${like} OR publisher ILIKE ${like} OR address ILIKE ${like}
      ORDER BY "createdAt" DESC LIMIT 5`,
    db.$queryRaw<{ id: string; headline: unknown; ref: string }[]>`
      SELECT u.id, u.headline, c.ref FROM "StatusUpdate" u JOIN "Commitment" c ON c.id = u."commitmentId"
      WHERE ${seen} AND ${inWords(Prisma.sql`u.headline`)} ORDER BY u."savedAt" DESC LIMIT 5`,
  ])
  const said = (text: unknown) => say(localised(text), 'en').text
  return [
    ...commitments.map(({ ref, title }) => ({
      kind: 'commitment' as const,
      label: `${ref}: ${said(title)}`,
      href: `/commitments/${ref}`,
    })),
    ...summits.map(({ slug, name }) => ({
      kind: 'summit' as const,
      label: said(name),
      href: `/summits/${slug}`,
    })),
    ...articles.map(({ id, title, publisher }) => ({
      kind: 'source' as const,
      label: publisher ? `${title} — ${publisher}` : title,
      href: `/desk/articles/${id}`,
    })),
    ...updates.map(({ id, headline, ref }) => ({
      kind: 'update' as const,
      label: `${said(headline)} (${ref})`,
      href: `/desk/updates/${id}`,
    })),
  ]
}
