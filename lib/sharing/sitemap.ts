// Every public page in both languages, for searchers: https://www.sitemaps.org, with xhtml:link for the languages.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { languages } from '#lib/languages.ts'
import { escapeXml } from '#lib/markup.ts'

// Two languages each stay well below the 50,000 addresses and 50 MB that one file may hold.
export const perPart = 10_000
const fixed = ['', '/commitments', '/search', '/methodology', '/ledger', '/corrections']

export type Address = { path: string; at: Date | null }

/** In how many parts the addresses come. */
export async function countParts(viewer: Viewer): Promise<number> {
  authorize(viewer, 'commitment.read', 'any')
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT (kind, "subjectId"))::int count FROM "SearchEntry"
    WHERE kind IN ('SUMMIT', 'COMMITMENT', 'ARTICLE')`
  return Math.max(1, Math.ceil((found?.count ?? 0) / perPart))
}

/** One part of the pages, each with the instant of the last thing published on it; the fixed ones come first. */
export async function listAddresses(viewer: Viewer, part: number): Promise<Address[]> {
  authorize(viewer, 'commitment.read', 'any')
  const rows = await db.$queryRaw<Address[]>`
    WITH page AS (
      SELECT kind, "subjectId", max("knownFrom") "knownFrom" FROM "SearchEntry"
      WHERE kind IN ('SUMMIT', 'COMMITMENT', 'ARTICLE')
      GROUP BY 1, 2 ORDER BY 1, 2 LIMIT ${perPart} OFFSET ${(part - 1) * perPart})
    SELECT CASE p.kind WHEN 'SUMMIT' THEN '/summits/' || m.slug WHEN 'ARTICLE' THEN '/articles/' || p."subjectId"
        ELSE '/commitments/' || c.ref END AS path,
      greatest(p."knownFrom", (SELECT max(u."publishedAt") FROM "StatusUpdate" u
        WHERE p.kind = 'COMMITMENT' AND u."commitmentId" = p."subjectId")) AS at
    FROM page p
    LEFT JOIN "Summit" m ON p.kind = 'SUMMIT' AND m.id = p."subjectId"
    LEFT JOIN "Commitment" c ON p.kind = 'COMMITMENT' AND c.id = p."subjectId"`
  return part === 1 ? [...fixed.map((path) => ({ path, at: null })), ...rows] : rows
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** The list of the parts. */
export function sitemapIndex(base: string, parts: number): string {
  const each = Array.from(
    { length: parts },
    (_, at) => `<sitemap><loc>${escapeXml(base)}/sitemaps/${at + 1}</loc></sitemap>`,
  )
  return [declaration, `<sitemapindex ${names}>`, ...each, '</sitemapindex>', ''].join('\n')
}

/** One part: each page once in each language, which names the others. */
export function sitemapPart(base: string, addresses: Address[]): string {
  const in_ = (language: string, path: string) => escapeXml(`${base}/${language}${path}`)
  const each = addresses.flatMap(({ path, at }) => {
    const others = [
      ...languages.map((language) => [language, in_(language, path)]),
      ['x-default', escapeXml(`${base}${path || '/'}`)],
    ]
      .map(([language, address]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`)
      .join('')
    const last = at ? `<lastmod>${at.toISOString()}</lastmod>` : ''
    return languages.map((language) => `<url><loc>${in_(language, path)}</loc>${last}${others}</url>`)
  })
  return [
    declaration,
    `<urlset ${names} xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...each,
    '</urlset>',
    '',
  ].join('\n')
}
