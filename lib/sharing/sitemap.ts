// The sitemap for search engines (https://www.sitemaps.org):
// every public page in both languages, with xhtml:link for the languages.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { chartNames } from '#lib/charts/rules.ts'
import { queryRows } from '#lib/database/rows.ts'
import { languages } from '#lib/languages.ts'
import { escapeXml } from '#lib/markup.ts'

/** Where there is one page for the site, or one for each chart, summit, commitment or article: [ref] is then its name. */
export type SitemapRoute = { path: string; each: 'site' | 'chart' | 'summit' | 'commitment' | 'article' }
export type SitemapAddress = { path: string; at: Date | null }

// With a few pages of each in two languages well below the 50,000 addresses and 50 MB that one file may hold.
export const addressesPerPart = 4_000

const Page = z.object({
  each: z.enum(['summit', 'commitment', 'article']),
  name: z.string(),
  at: z.date(),
})

/** In how many parts the addresses come. */
export async function countParts(viewer: Viewer): Promise<number> {
  authorize(viewer, 'commitment.read', 'any')
  const [found] = await queryRows(z.object({ count: z.number() }))`
    SELECT count(DISTINCT (kind, "subjectId"))::int count FROM "SearchEntry"
    WHERE kind IN ('SUMMIT', 'COMMITMENT', 'ARTICLE')`
  return Math.max(1, Math.ceil((found?.count ?? 0) / addressesPerPart))
}

/**
 * One part of the pages at these routes, each with the instant of the last thing published on what it is about; those
 * that are about nothing single come first.
 */
export async function listAddresses(
  viewer: Viewer,
  part: number,
  routes: readonly SitemapRoute[],
): Promise<SitemapAddress[]> {
  authorize(viewer, 'commitment.read', 'any')
  const rows = await queryRows(Page)`
    WITH page AS (
      SELECT kind, "subjectId", max("knownFrom") "knownFrom" FROM "SearchEntry"
      WHERE kind IN ('SUMMIT', 'COMMITMENT', 'ARTICLE')
      GROUP BY 1, 2 ORDER BY 1, 2 LIMIT ${addressesPerPart} OFFSET ${(part - 1) * addressesPerPart})
    SELECT lower(p.kind::text) AS each, coalesce(m.slug, c.ref, p."subjectId") AS name,
      greatest(p."knownFrom", (SELECT max(u."publishedAt") FROM "StatusUpdate" u
        WHERE p.kind = 'COMMITMENT' AND u."commitmentId" = p."subjectId")) AS at
    FROM page p
    LEFT JOIN "Summit" m ON p.kind = 'SUMMIT' AND m.id = p."subjectId"
    LEFT JOIN "Commitment" c ON p.kind = 'COMMITMENT' AND c.id = p."subjectId"`
  const single = rows.flatMap(({ each, name, at }) =>
    routes.filter((route) => route.each === each).map(({ path }) => ({ path: named(path, name), at })),
  )
  return part === 1 ? [...routes.flatMap(fixed), ...single] : single
}

const named = (path: string, name: string) => path.replace(/\[\w+\]/, name)

function fixed({ path, each }: SitemapRoute): SitemapAddress[] {
  if (each === 'site') return [{ path, at: null }]
  return each === 'chart' ? chartNames.map((name) => ({ path: named(path, name), at: null })) : []
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
export function sitemapPart(base: string, addresses: SitemapAddress[]): string {
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
