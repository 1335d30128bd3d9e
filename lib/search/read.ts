// Finds what was published by its words, one page at a time, with how many of each sort there are.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Clocks } from '#lib/dates.ts'
import { db, Prisma } from '#lib/db.ts'
import { type Localised, localised } from '#lib/languages.ts'
import { keptByHead } from '#lib/ledger/kept.ts'
import { type Facet, type Kind, pageSize, type Search, wordsOf } from '#lib/search/rules.ts'
import type { Status } from '#lib/updates/rules.ts'

/** One thing found. In `title` and `passage` what was sought stands between \ue000 and \ue001. */
export type Hit = {
  kind: Kind
  subjectId: string
  title: string
  passage: string
  status: Status | null
  publisher: string | null
  language: string | null
  day: string | null
  ref: string | null
  parentId: string | null
}
/** `name` is recorded; what the code has words for has none. */
export type Counted = { facet: Facet; value: string; name: Localised | null; count: number }
/** `isMore`: so much matches that only `total` of it was read and counted. */
export type Answer = {
  total: number
  isMore: boolean
  pages: number
  hits: Hit[]
  facets: Counted[]
  isAlike: boolean
}

// So many promises and so many other things are read at most: a word that stands everywhere must not cost more, and
// nobody reads further. What a reader is most likely to mean, a promise, is looked for in an index of its own.
const mostRead = 2_000

/**
 * What the two clocks let be found, the best first. Where nothing has the words, titles that are written alike are
 * given instead and `isAlike` is true: a typing error finds what was meant (pg_trgm's word similarity).
 */
export async function searchEverything(viewer: Viewer, clocks: Clocks, search: Search): Promise<Answer> {
  authorize(viewer, 'commitment.read', 'any')
  return keptByHead(`find ${JSON.stringify(search)}`, clocks, async () => {
    const exact = await ask(clocks, search, search.q ? exactly(search.q) : null)
    if (exact.total || search.q.length < 3) return exact
    return { ...(await ask(clocks, search, alike(search.q))), isAlike: true }
  })
}

type Match = { where: Prisma.Sql; rank: Prisma.Sql; marked: Prisma.Sql }

function exactly(q: string): Match {
  const asked = (by: 'pairs' | 'characters') => Prisma.sql`websearch_to_tsquery('english', ${wordsOf(q, by)})`
  const query = asked('pairs')
  return {
    where: Prisma.sql`s.words @@ ${query}`,
    rank: Prisma.sql`ts_rank_cd(s.words, ${query})`,
    marked: asked('characters'),
  }
}

function alike(q: string): Match {
  return {
    where: Prisma.sql`${q} <% s.title`,
    rank: Prisma.sql`word_similarity(${q}, s.title)`,
    marked: Prisma.sql`''::tsquery`,
  }
}

const columns = Prisma.sql`s.id, s.kind, s."areaId", s."partyIds", s.status, s.language, s.publisher, s.day`

type Row = Omit<Hit, 'title' | 'passage'> & { title: string; passage: string }
type Counts = { facet: Facet; value: string; name: unknown; count: number }

async function ask(clocks: Clocks, search: Search, match: Match | null): Promise<Answer> {
  const where = matching(clocks, search, match)
  const rank = match?.rank ?? Prisma.sql`0`
  const marked = match?.marked ?? Prisma.sql`''::tsquery`
  const offset = (search.page - 1) * pageSize
  const [answer] = await db.$queryRaw<[{ total: number; rows: Row[] | null; counts: Counts[] | null }]>`
    WITH hits AS MATERIALIZED (
      (SELECT ${columns} FROM "SearchEntry" s WHERE s.kind IN ('SUMMIT', 'COMMITMENT') AND ${where} LIMIT ${mostRead})
      UNION ALL
      (SELECT ${columns} FROM "SearchEntry" s WHERE s.kind NOT IN ('SUMMIT', 'COMMITMENT') AND ${where} LIMIT ${mostRead})
    ), page AS (
      SELECT s.*, ${rank} * CASE WHEN s.kind IN ('COMMITMENT', 'SUMMIT') THEN 3 ELSE 1 END AS rank FROM hits JOIN "SearchEntry" s USING (id)
      ORDER BY rank DESC, s.day DESC NULLS LAST, s.id LIMIT ${pageSize} OFFSET ${offset}
    )
    SELECT (SELECT count(*)::int FROM hits) AS total,
      (SELECT json_agg(json_build_object('kind', p.kind, 'subjectId', p."subjectId",
          'title', ts_headline('english', spaced(p.title), ${marked}, ${marks} || ', HighlightAll=true'),
          'passage', ts_headline('english', spaced(p.body), ${marked}, ${marks} || ', MaxFragments=1, MaxWords=40, MinWords=20'),
          'status', p.status, 'publisher', p.publisher, 'language', p.language, 'day', p.day,
          'ref', coalesce(c.ref, m.slug), 'parentId', n."articleId") ORDER BY p.rank DESC, p.day DESC NULLS LAST, p.id)
        FROM page p
        LEFT JOIN "StatusUpdate" u ON p.kind = 'UPDATE' AND u.id = p."subjectId"
        LEFT JOIN "Commitment" c ON c.id = CASE p.kind WHEN 'COMMITMENT' THEN p."subjectId" ELSE u."commitmentId" END
        LEFT JOIN "Summit" m ON p.kind = 'SUMMIT' AND m.id = p."subjectId"
        LEFT JOIN "Excerpt" x ON p.kind = 'EXCERPT' AND x.id = p."subjectId"
        LEFT JOIN "Snapshot" n ON n.id = x."snapshotId") AS rows,
      (SELECT json_agg(f) FROM (
        SELECT 'kind' AS facet, kind::text AS value, NULL::jsonb AS name, count(*)::int FROM hits GROUP BY kind
        UNION ALL SELECT 'area', a.slug, a.name, count(*)::int FROM hits JOIN "Area" a ON a.id = "areaId" GROUP BY a.id
        UNION ALL SELECT 'party', p.code, p.name, count(*)::int
          FROM hits, unnest("partyIds") party JOIN "Party" p ON p.id = party GROUP BY p.id
        UNION ALL SELECT 'status', status::text, NULL, count(*)::int FROM hits WHERE status IS NOT NULL GROUP BY status
        UNION ALL SELECT 'language', language, NULL, count(*)::int FROM hits WHERE language IS NOT NULL GROUP BY language
        UNION ALL (SELECT 'publisher', publisher, NULL, count(*)::int FROM hits WHERE publisher IS NOT NULL
          GROUP BY publisher ORDER BY 4 DESC, 2 LIMIT 12)
        ORDER BY 4 DESC, 2) f) AS counts`
  const promises = (answer.counts ?? [])
    .filter(({ facet, value }) => facet === 'kind' && (value === 'SUMMIT' || value === 'COMMITMENT'))
    .reduce((sum, { count }) => sum + count, 0)
  return {
    total: answer.total,
    isMore: Math.max(promises, answer.total - promises) >= mostRead,
    pages: Math.max(1, Math.ceil(answer.total / pageSize)),
    isAlike: false,
    hits: (answer.rows ?? []).map((row) => ({
      ...row,
      title: joined(row.title),
      passage: joined(row.passage),
    })),
    facets: (answer.counts ?? []).map(({ facet, value, name, count }) => ({
      facet,
      value,
      count,
      name: name ? localised(name) : null,
    })),
  }
}

const marks = 'StartSel=\ue000, StopSel=\ue001'

const han = '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]'
const aroundHan = new RegExp(` ?([\ue000\ue001]*)(${han})([\ue000\ue001]*) ?`, 'g')

/** Takes out the spaces that were put around Han for the search, and joins marks that stand side by side. */
function joined(text: string): string {
  return text.replace(aroundHan, '$1$2$3').replaceAll('\ue001\ue000', '')
}

function matching(clocks: Clocks, search: Search, match: Match | null): Prisma.Sql {
  const known = Prisma.sql`${clocks.known.toISOString()}::timestamptz`
  const all = [
    Prisma.sql`s."knownFrom" <= ${known} AND (s."knownTo" IS NULL OR s."knownTo" > ${known})`,
    Prisma.sql`(s.day IS NULL OR s.day <= ${clocks.on}::date)`,
  ]
  if (match) all.push(match.where)
  const { kind, area, party, status, language, publisher, from, to } = search
  if (kind) all.push(Prisma.sql`s.kind = ${kind}::"SearchKind"`)
  if (area) all.push(Prisma.sql`s."areaId" = (SELECT id FROM "Area" WHERE slug = ${area})`)
  if (party) all.push(Prisma.sql`(SELECT id FROM "Party" WHERE code = ${party}) = ANY (s."partyIds")`)
  if (status) all.push(Prisma.sql`s.status = ${status}::"Status"`)
  if (language) all.push(Prisma.sql`s.language = ${language}`)
  if (publisher) all.push(Prisma.sql`s.publisher = ${publisher}`)
  if (from) all.push(Prisma.sql`s.day >= ${from}::date`)
  if (to) all.push(Prisma.sql`s.day <= ${to}::date`)
  return Prisma.join(all, ' AND ')
}

/** The addresses of summits, commitments and sources that were published, the newest first, as many as a sitemap holds. */
export async function listAddresses(viewer: Viewer): Promise<{ path: string; at: Date }[]> {
  authorize(viewer, 'commitment.read', 'any')
  return db.$queryRaw`
    SELECT CASE s.kind WHEN 'SUMMIT' THEN '/summits/' || max(m.slug) WHEN 'ARTICLE' THEN '/articles/' || s."subjectId"
        ELSE '/commitments/' || max(c.ref) END AS path,
      greatest(max(s."knownFrom"), (SELECT max(u."publishedAt") FROM "StatusUpdate" u
        WHERE s.kind = 'COMMITMENT' AND u."commitmentId" = s."subjectId")) AS at
    FROM "SearchEntry" s
    LEFT JOIN "Summit" m ON s.kind = 'SUMMIT' AND m.id = s."subjectId"
    LEFT JOIN "Commitment" c ON s.kind = 'COMMITMENT' AND c.id = s."subjectId"
    WHERE s.kind IN ('SUMMIT', 'COMMITMENT', 'ARTICLE')
    GROUP BY s.kind, s."subjectId" ORDER BY at DESC LIMIT 49000`
}
