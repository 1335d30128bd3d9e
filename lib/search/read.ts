// Full-text search (tsvector) of what was published, one page at a time, with counts for each facet.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import { SearchKind, Status } from '#lib/generated/prisma/enums.ts'
import { type Localised, LocalisedText, localised } from '#lib/languages.ts'
import { areasAt, partiesAt } from '#lib/ledger/as-of.ts'
import { type Facet, facets, hitsPerPage, type Search, searchWords, searchYears } from '#lib/search/rules.ts'

const text = z.string().nullable()
const Hit = z.object({
  kind: z.enum(SearchKind),
  subjectId: z.string(),
  title: z.string(),
  passage: z.string(),
  status: z.enum(Status).nullable(),
  publisher: text,
  language: text,
  day: text,
  ref: text,
  parentId: text,
})
const Counts = z.object({
  facet: z.enum(facets),
  value: z.string(),
  name: LocalisedText.nullable(),
  count: z.number(),
})
const Found = z.object({
  total: z.number(),
  rows: z.array(Hit).nullable(),
  counts: z.array(Counts).nullable(),
})
const Meant = z.object({ typed: z.string(), meant: text })

/** One thing found. In `title` and `passage` what was sought stands between \ue000 and \ue001. */
export type Hit = z.output<typeof Hit>
/** `name` is recorded; what the code has words for has none. */
export type FacetCount = { facet: Facet; value: string; name: Localised | null; count: number }
/** `isMore`: so much matches that only `total` of it was read and counted. */
export type SearchAnswer = {
  total: number
  isMore: boolean
  pages: number
  hits: Hit[]
  facets: FacetCount[]
  isAlike: boolean
  /** The words that this was found for, where those that were typed are nowhere. */
  instead: string | null
}

// So many promises and so many other things are read at most: a word that stands everywhere must not cost more, and
// nobody reads further. What a reader is most likely to mean, a promise, is looked for in an index of its own.
const mostRead = 1_000

/**
 * What the two clocks let be found, the best first. Where nothing has the words, `isAlike` is true and what was meant is
 * given: the same search with the published words most alike (`instead`), or else promises with titles written alike.
 */
export async function searchEverything(
  viewer: Viewer,
  clocks: Clocks,
  search: Search,
): Promise<SearchAnswer> {
  authorize(viewer, 'commitment.read', 'any')
  const exact = await ask(clocks, search, search.q ? exactly(search.q) : null)
  if (exact.total || search.q.length < 3) return exact
  const instead = await meant(clocks, search.q)
  const found = instead ? await ask(clocks, search, exactly(instead)) : null
  if (found?.total) return { ...found, isAlike: true, instead }
  return { ...(await ask(clocks, search, alike(search.q))), isAlike: true }
}

/** What was typed, with each word that was never published replaced by the one most like it; null where none is. */
async function meant(clocks: Clocks, q: string): Promise<string | null> {
  const typed = [...new Set(q.toLowerCase().match(/[\p{Script=Latin}\d]{4,60}/gu) ?? [])]
  if (typed.length === 0) return null
  const known = Prisma.sql`"knownFrom" <= ${clocks.known.toISOString()}::timestamptz`
  const rows = await queryRows(Meant)`
    SELECT typed, (SELECT word FROM "SearchWord" WHERE word % typed AND ${known}
      ORDER BY similarity(word, typed) DESC, word LIMIT 1) meant
    FROM unnest(${typed}::text[]) typed WHERE NOT EXISTS (
      SELECT FROM "SearchEntry" WHERE words @@ plainto_tsquery('english', typed) AND ${known})`
  const words = new Map(rows.flatMap(({ typed, meant }) => (meant ? [[typed, meant] as const] : [])))
  if (words.size === 0) return null
  return q.replace(/[\p{Script=Latin}\d]+/gu, (word) => words.get(word.toLowerCase()) ?? word)
}

type Match = { words: Prisma.Sql | null; where: Prisma.Sql; rank: Prisma.Sql; marked: Prisma.Sql }

function exactly(q: string): Match {
  // A subquery is asked once and not for each row, and hides how common its words are: told that, Postgres would go
  // through the whole table for the first thousand that match, which takes three times as long as its index.
  const asked = (by: 'pairs' | 'characters') =>
    Prisma.sql`(SELECT websearch_to_tsquery('english', ${searchWords(q, by)}))`
  const words = asked('pairs')
  return {
    words,
    where: Prisma.sql`true`,
    rank: Prisma.sql`ts_rank_cd(s.words, ${words})`,
    marked: asked('characters'),
  }
}

function alike(q: string): Match {
  return {
    words: null,
    where: Prisma.sql`s.kind IN ('SUMMIT', 'COMMITMENT') AND ${q} <% s.title`,
    rank: Prisma.sql`word_similarity(${q}, s.title)`,
    marked: Prisma.sql`''::tsquery`,
  }
}

async function ask(clocks: Clocks, search: Search, match: Match | null): Promise<SearchAnswer> {
  const where = matching(clocks, search, match)
  const weight = Prisma.sql`CASE WHEN s.kind IN ('COMMITMENT', 'SUMMIT') THEN 3 ELSE 1 END`
  const marked = match?.marked ?? Prisma.sql`''::tsquery`
  const read = Prisma.sql`SELECT s.id, s.kind, s."areaId", s."partyIds", s.status, s.language, s.publisher, s.day,
    ${match?.rank ?? Prisma.sql`0`} * ${weight} AS rank FROM "SearchEntry" s`
  const isAsked = match !== null || sortsOf(search).length > 0
  const promise = Prisma.sql`s.kind IN ('SUMMIT', 'COMMITMENT')`
  const halves = Prisma.sql`(${read} WHERE ${promise} AND ${where} LIMIT ${mostRead})
      UNION ALL (${read} WHERE NOT ${promise} AND ${where} LIMIT ${mostRead})`
  const newest = Prisma.sql`${read} WHERE ${where} ORDER BY s.day DESC NULLS LAST LIMIT ${mostRead}`
  const [answer = { total: 0, rows: null, counts: null }] = await queryRows(Found)`
    WITH hits AS MATERIALIZED (
      ${isAsked ? halves : newest}
    ), page AS (
      SELECT h.rank, s.* FROM (SELECT id, rank FROM hits ORDER BY rank DESC, day DESC NULLS LAST, id
        LIMIT ${hitsPerPage} OFFSET ${(search.page - 1) * hitsPerPage}) h JOIN "SearchEntry" s USING (id)
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
        UNION ALL SELECT 'area', a.slug, a.name, h.count
          FROM (SELECT "areaId" id, count(*)::int FROM hits GROUP BY "areaId") h JOIN ${areasAt(clocks)} a USING (id)
        UNION ALL SELECT 'party', p.code, p.name, h.count
          FROM (SELECT unnest("partyIds") id, count(*)::int FROM hits GROUP BY 1) h JOIN ${partiesAt(clocks)} p USING (id)
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
    isMore: (isAsked ? Math.max(promises, answer.total - promises) : answer.total) >= mostRead,
    pages: Math.max(1, Math.ceil(answer.total / hitsPerPage)),
    isAlike: false,
    instead: null,
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
    // Nearly everything is of a day before today: “+ 0” keeps Postgres from asking the index of days for it.
    Prisma.sql`(s.day IS NULL OR s.day + 0 <= ${clocks.on}::date)`,
  ]
  if (match) all.push(match.where)
  const words = [...(match?.words ? [match.words] : []), ...sortsOf(search)]
  if (words.length) all.push(Prisma.sql`s.words @@ (${Prisma.join(words, ' && ')})`)
  if (search.from) all.push(Prisma.sql`s.day + 0 >= ${search.from}::date`)
  if (search.to) all.push(Prisma.sql`s.day + 0 <= ${search.to}::date`)
  return Prisma.join(all, ' AND ')
}

/** The filters as the words under which things are indexed beside their own: see sorts_of() in prisma/sql/search.sql. */
function sortsOf({ kind, area, party, status, language, publisher, from, to }: Search): Prisma.Sql[] {
  const word = (sort: string, value: Prisma.Sql) =>
    Prisma.sql`('''' || replace(replace(${sort} || ${value}, '\\', '\\\\'), '''', '''''') || '''')::tsquery`
  const all: Prisma.Sql[] = []
  if (kind) all.push(word('K:', Prisma.sql`${kind}`))
  if (area) all.push(word('A:', Prisma.sql`(SELECT id FROM "Area" WHERE slug = ${area})`))
  if (party) all.push(word('P:', Prisma.sql`(SELECT id FROM "Party" WHERE code = ${party})`))
  if (status) all.push(word('S:', Prisma.sql`${status}`))
  if (language) all.push(word('L:', Prisma.sql`${language}`))
  if (publisher) all.push(word('B:', Prisma.sql`left(${publisher}, 200)`))
  const years = searchYears(from, to).map((year) => word('Y:', Prisma.sql`${year}`))
  if (years.length) all.push(Prisma.sql`(${Prisma.join(years, ' || ')})`)
  return all
}
