// Search for members (the command palette): commitments, summits, sources, updates by a few of their words.

import { z } from 'zod'
import { authorize, may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { LocalisedText, localised, say } from '#lib/languages.ts'

export type DeskHit = { kind: 'commitment' | 'summit' | 'source' | 'update'; label: string; href: string }

const CommitmentRow = z.object({ ref: z.string(), title: LocalisedText })
const SummitRow = z.object({ slug: z.string(), name: LocalisedText })
const ArticleRow = z.object({ id: z.string(), title: z.string(), publisher: z.string().nullable() })
const UpdateRow = z.object({ id: z.string(), headline: LocalisedText, ref: z.string().nullable() })

/** At most five of each kind, the newest first; none for fewer than two characters. Drafts only of those who may read them. */
export async function searchDesk(viewer: Member, words: string): Promise<DeskHit[]> {
  authorize(viewer, 'draft.begin', 'any')
  const sought = words.trim().slice(0, 100)
  if (sought.length < 2) return []
  const like = `%${sought.replace(/[\\%_]/g, '\\$&')}%`
  const inWords = (column: Prisma.Sql) =>
    Prisma.sql`(${column} ->> 'en' ILIKE ${like} OR ${column} ->> 'zh' ILIKE ${like})`
  const mayAll = may(viewer, 'draft.read', 'draft, other')
  const seen = Prisma.sql`(d.state = 'SUBMITTED' OR d."authorId" = ${viewer.id} OR ${mayAll})`
  const [commitments, summits, articles, updates] = await Promise.all([
    queryRows(CommitmentRow)`SELECT c.ref, c.title FROM "Commitment" c
      WHERE c.ref ILIKE ${like} OR ${inWords(Prisma.sql`c.title`)} ORDER BY c."madeOn" DESC, c.ref LIMIT 5`,
    queryRows(SummitRow)`SELECT s.slug, s.name FROM "Summit" s
      WHERE s.slug ILIKE ${like} OR ${inWords(Prisma.sql`s.name`)} ORDER BY s."startsOn" DESC LIMIT 5`,
    queryRows(ArticleRow)`
      SELECT id, title, publisher FROM "Article"
      WHERE title ILIKE ${like} OR publisher ILIKE ${like} OR address ILIKE ${like}
      ORDER BY "createdAt" DESC LIMIT 5`,
    queryRows(UpdateRow)`
      SELECT f.id, f.headline, c.ref FROM (
        SELECT id, headline, "commitmentId", "publishedAt" at FROM "StatusUpdate"
        UNION ALL SELECT d.id, jsonb_strip_nulls(jsonb_build_object('en', nullif(d.body ->> 'headline.en', ''),
          'zh', nullif(d.body ->> 'headline.zh', ''))), d.body ->> 'commitmentId', d."savedAt"
        FROM "Draft" d WHERE d.kind = 'UPDATE' AND d.state <> 'PUBLISHED' AND ${seen}) f
      LEFT JOIN "Commitment" c ON c.id = f."commitmentId"
      WHERE ${inWords(Prisma.sql`f.headline`)} ORDER BY f.at DESC LIMIT 5`,
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
      label: ref ? `${said(headline)} (${ref})` : said(headline),
      href: `/desk/updates/${id}`,
    })),
  ]
}
