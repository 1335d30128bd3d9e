// What each page asks of the database, as few statements as a patient person would write by hand.

type Question = { sql: string; values: string[] }

const live = (u: string) => `NOT EXISTS (SELECT 1 FROM "Withdrawal" w WHERE w."updateId" = ${u}.id)
  AND NOT EXISTS (SELECT 1 FROM "StatusUpdate" n WHERE n."supersedesId" = ${u}.id)`

const updatesOf = `(SELECT json_agg(json_build_object('id', u.id, 'partyId', u."partyId", 'status', u.status,
    'occurredOn', u."occurredOn") ORDER BY u."occurredOn", u."publishedAt")
  FROM "StatusUpdate" u WHERE u."commitmentId" = c.id AND ${live('u')}) updates`
const partiesOf = `(SELECT json_agg(json_build_object('code', p.code, 'name', p.name) ORDER BY p.code)
  FROM "CommitmentParty" cp JOIN "Party" p ON p.id = cp."partyId" WHERE cp."commitmentId" = c.id) parties`
const evidenceOf = `(SELECT json_agg(json_build_object('bearing', e.bearing, 'locator', e.locator, 'article', a.id,
    'title', a.title, 'publisher', a.publisher, 'publishedOn', a."publishedOn", 'kind', a.kind,
    'exact', x.exact, 'speaker', x.speaker) ORDER BY e.position)
  FROM "Evidence" e JOIN "Article" a ON a.id = e."articleId" LEFT JOIN "Excerpt" x ON x.id = e."excerptId"
  WHERE e."updateId" = u.id) evidence`
const line = `c.ref, c.title, c."madeOn", c."reviewEveryDays", a.slug area, ${partiesOf}, ${updatesOf}`
const shown = `u.id, c.ref, c.title, p.code, u.status, u."occurredOn", u.headline, u.note, u."publishedAt"`

const world = `WITH force AS MATERIALIZED (SELECT * FROM current_status),
  each AS (
    SELECT c."summitId", c."areaId", NULL::text "partyId", f.status FROM "Commitment" c
    LEFT JOIN force f ON f."commitmentId" = c.id AND f."partyId" IS NULL
    UNION ALL
    SELECT c."summitId", c."areaId", cp."partyId", f.status FROM "Commitment" c
    JOIN "CommitmentParty" cp ON cp."commitmentId" = c.id
    LEFT JOIN force f ON f."commitmentId" = c.id AND f."partyId" = cp."partyId"),
  silence AS (
    SELECT c.ref, c.title, greatest(max(f."occurredOn"), c."madeOn") "lastOn", c."reviewEveryDays"
    FROM "Commitment" c LEFT JOIN force f ON f."commitmentId" = c.id GROUP BY c.id),
  stale AS (SELECT * FROM silence WHERE current_date - "lastOn" > "reviewEveryDays")
  SELECT (SELECT json_agg(g) FROM (SELECT "summitId", "areaId", "partyId", status, count(*), count("partyId") own
      FROM each
      GROUP BY GROUPING SETS (("summitId", status), ("areaId", status), ("partyId", status))) g) groups,
    (SELECT max("occurredOn") FROM force) "lastOn", (SELECT count(*) FROM stale) stale,
    (SELECT json_agg(s) FROM (SELECT * FROM stale ORDER BY "lastOn" LIMIT 8) s) longest`

const names = `SELECT (SELECT json_agg(json_build_object('slug', slug, 'name', name) ORDER BY "startsOn") FROM "Summit") summits,
  (SELECT json_agg(json_build_object('slug', slug, 'name', name) ORDER BY position) FROM "Area") areas,
  (SELECT json_agg(json_build_object('code', code, 'name', name) ORDER BY code) FROM "Party") parties`

const dashboard: Question[] = [
  { sql: world, values: [] },
  { sql: names, values: [] },
  {
    sql: `SELECT ${line} FROM "Commitment" c JOIN "Area" a ON a.id = c."areaId"
      WHERE c."summitId" = (SELECT id FROM "Summit" ORDER BY "startsOn" DESC LIMIT 1) ORDER BY length(c.ref), c.ref`,
    values: [],
  },
  {
    sql: `SELECT ${shown}, ${evidenceOf} FROM (SELECT * FROM "StatusUpdate" u WHERE ${live('u')}
        ORDER BY "occurredOn" DESC, "publishedAt" DESC LIMIT 6) u
      JOIN "Commitment" c ON c.id = u."commitmentId" LEFT JOIN "Party" p ON p.id = u."partyId"`,
    values: [],
  },
]

const summit = (slug: string): Question[] => [
  {
    sql: `SELECT s.slug, s.name, s.place, s."startsOn", s."endsOn",
        (SELECT json_agg(json_build_object('code', p.code, 'name', p.name, 'leader', sp.leader) ORDER BY p.code)
          FROM "SummitParty" sp JOIN "Party" p ON p.id = sp."partyId" WHERE sp."summitId" = s.id) parties
      FROM "Summit" s WHERE s.slug = $1`,
    values: [slug],
  },
  {
    sql: `SELECT ${line} FROM "Summit" s JOIN "Commitment" c ON c."summitId" = s.id
      JOIN "Area" a ON a.id = c."areaId" WHERE s.slug = $1 ORDER BY length(c.ref), c.ref`,
    values: [slug],
  },
  {
    sql: `SELECT ${shown}, ${evidenceOf} FROM (SELECT u.* FROM "Summit" s JOIN "Commitment" c ON c."summitId" = s.id
        JOIN "StatusUpdate" u ON u."commitmentId" = c.id WHERE s.slug = $1 AND ${live('u')}
        ORDER BY u."occurredOn" DESC, u."publishedAt" DESC LIMIT 6) u
      JOIN "Commitment" c ON c.id = u."commitmentId" LEFT JOIN "Party" p ON p.id = u."partyId"`,
    values: [slug],
  },
]

const commitment = (ref: string): Question[] => [
  {
    sql: `SELECT ${line}, c.text, c."dueOn", x.exact, x.speaker, s.slug summit,
        (SELECT json_agg(k.text ORDER BY k.position) FROM "Criterion" k WHERE k."commitmentId" = c.id) criteria,
        (SELECT json_agg(n.ref) FROM "Commitment" n WHERE n."summitId" = c."summitId") neighbours
      FROM "Commitment" c JOIN "Area" a ON a.id = c."areaId" JOIN "Summit" s ON s.id = c."summitId"
      LEFT JOIN "Excerpt" x ON x.id = c."promisedInId" WHERE c.ref = $1`,
    values: [ref],
  },
  {
    sql: `SELECT ${shown}, u."supersedesId", u."correctionReason", w.reason, w."withdrawnAt", ${evidenceOf}
      FROM "Commitment" c JOIN "StatusUpdate" u ON u."commitmentId" = c.id LEFT JOIN "Party" p ON p.id = u."partyId"
      LEFT JOIN "Withdrawal" w ON w."updateId" = u.id
      WHERE c.ref = $1 ORDER BY u."occurredOn" DESC, u."publishedAt" DESC`,
    values: [ref],
  },
]

const sorts: Record<string, string> = {
  ref: 'length(c.ref), c.ref',
  news: 'last.news DESC NULLS LAST',
  silence: 'coalesce(last.news, c."madeOn")',
  made: 'c."madeOn" DESC',
}

function commitments(asked: URLSearchParams): Question[] {
  const conditions = ['true']
  const values: string[] = []
  const filter = (name: string, sql: (value: string) => string) => {
    const value = asked.get(name)
    if (value) conditions.push(sql(`$${values.push(value)}`))
  }
  filter('summit', (at) => `c."summitId" = (SELECT id FROM "Summit" WHERE slug = ${at})`)
  filter('area', (at) => `c."areaId" = (SELECT id FROM "Area" WHERE slug = ${at})`)
  filter('status', (at) => `overall.status = ${at}::"Status"`)
  filter(
    'party',
    (at) => `EXISTS (SELECT 1 FROM "CommitmentParty" cp JOIN "Party" p ON p.id = cp."partyId"
      WHERE cp."commitmentId" = c.id AND p.code = ${at})`,
  )
  filter('q', (at) => `concat_ws(' ', c.ref, c.title::text, c.text::text) ILIKE '%' || ${at} || '%'`)
  const overall = `LEFT JOIN LATERAL (SELECT u.status FROM "StatusUpdate" u WHERE u."commitmentId" = c.id
    AND u."partyId" IS NULL AND ${live('u')} ORDER BY u."occurredOn" DESC, u."publishedAt" DESC LIMIT 1) overall ON true`
  const last = `LEFT JOIN LATERAL (SELECT max(u."occurredOn") news FROM "StatusUpdate" u
    WHERE u."commitmentId" = c.id AND ${live('u')}) last ON true`
  const sort = asked.get('sort') ?? 'ref'
  const joins = `${asked.get('status') ? overall : ''} ${sort === 'news' || sort === 'silence' ? last : ''}`
  const offset = (Number(asked.get('page') ?? 1) - 1) * 50
  const found = `FROM "Commitment" c ${joins} WHERE ${conditions.join(' AND ')}`
  return [
    {
      sql: `SELECT ${line} FROM (SELECT c.*, row_number() OVER (ORDER BY ${sorts[sort]}) place ${found}
        ORDER BY place LIMIT 50 OFFSET ${offset}) c JOIN "Area" a ON a.id = c."areaId" ORDER BY place`,
      values,
    },
    { sql: `SELECT count(*) ${found}`, values },
    { sql: names, values: [] },
  ]
}

/** The questions behind an address of the product. */
export function questionsOf(address: string): Question[] {
  const { pathname, searchParams } = new URL(address, 'http://bench')
  const [, , folder, name] = pathname.split('/')
  if (folder === 'summits' && name) return summit(name)
  if (folder === 'commitments' && name) return commitment(name)
  if (folder === 'commitments') return commitments(searchParams)
  return dashboard
}
