// The route table of the public site, and the only list of it: cache keys, locale redirects, the sitemap, metrics and
// the journeys derive from it. A folder of app/(public) that is not here, or the other way round, fails a test.

export type PublicRoute = {
  /** As its folder is named, without the language: [ref] stands for the name of one. */
  path: string
  /** The parameters it can be asked with; others are left out before the page is drawn. */
  asked: readonly string[]
  /** The content version with which its answer changes (server/content-version.ts); null where it is not kept. */
  by: 'pages' | 'sources' | null
}
export type PublicPage = PublicRoute & {
  /** Of what the sitemap names one each; null for what says that searchers need not find it. */
  each: 'site' | 'chart' | 'summit' | 'commitment' | 'article' | null
}

const clocks = ['on', 'known']
const filters = ['q', 'summit', 'area', 'status', 'party', 'sort']
const facets = ['q', 'kind', 'area', 'party', 'status', 'language', 'publisher', 'from', 'to']

/** Pages in a language: app/(public)/[language]. */
export const publicPages: readonly PublicPage[] = [
  { path: '', asked: [...clocks, 'summit', 'page'], by: 'pages', each: 'site' },
  { path: '/search', asked: [...clocks, ...facets, 'page'], by: 'pages', each: 'site' },
  { path: '/commitments', asked: [...clocks, ...filters, 'page'], by: 'pages', each: 'site' },
  { path: '/commitments/[ref]', asked: clocks, by: 'pages', each: 'commitment' },
  // Without clocks set, a citation names the very instant at which it was asked for.
  { path: '/commitments/[ref]/cite', asked: clocks, by: null, each: 'commitment' },
  { path: '/commitments/[ref]/said', asked: clocks, by: 'pages', each: 'commitment' },
  { path: '/commitments/[ref]/report', asked: clocks, by: 'pages', each: null },
  { path: '/commitments/[ref]/report/sent', asked: [], by: 'pages', each: null },
  { path: '/summits/[slug]', asked: clocks, by: 'pages', each: 'summit' },
  { path: '/summits/[slug]/cite', asked: clocks, by: null, each: 'summit' },
  { path: '/summits/[slug]/said', asked: clocks, by: 'pages', each: 'summit' },
  { path: '/articles/[id]', asked: clocks, by: 'sources', each: 'article' },
  { path: '/articles/[id]/cite', asked: clocks, by: null, each: 'article' },
  { path: '/charts/[chart]', asked: [...clocks, ...filters, 'ref', 'page'], by: 'pages', each: 'chart' },
  { path: '/compare', asked: [...clocks, 'a', 'b'], by: 'pages', each: 'site' },
  { path: '/corrections', asked: [...clocks, 'page'], by: 'pages', each: 'site' },
  { path: '/ledger', asked: [...clocks, 'page'], by: 'sources', each: 'site' },
  { path: '/methodology', asked: clocks, by: 'pages', each: 'site' },
]

/** Pictures and files in a language, which pages lead to. */
export const publicFiles: readonly PublicRoute[] = [
  { path: '/opensearch.xml', asked: [], by: 'pages' },
  { path: '/card.png', asked: [], by: 'pages' },
  { path: '/commitments/[ref]/card.png', asked: [], by: 'pages' },
  { path: '/summits/[slug]/card.png', asked: [], by: 'pages' },
  { path: '/commitments/[ref]/cite/[format]', asked: clocks, by: null },
  { path: '/summits/[slug]/cite/[format]', asked: clocks, by: null },
  { path: '/articles/[id]/cite/[format]', asked: clocks, by: null },
  { path: '/commitments/[ref]/export/[format]', asked: clocks, by: null },
  { path: '/commitments/export/[format]', asked: [...clocks, ...filters, 'page'], by: null },
  { path: '/charts/[chart]/[format]', asked: [...clocks, ...filters, 'ref', 'page'], by: null },
]

/** What is the same in every language: app/(public) beside [language]. It is answered as it is asked, and not kept. */
export const withoutLanguage: readonly string[] = [
  '/e/[id]',
  '/u/[id]',
  '/excerpts/[id]/annotation.json',
  '/ledger/checkpoint',
  '/ledger/download',
  '/security.txt',
  '/sitemap.xml',
  '/sitemaps/[part]',
]

/** Where a standard wants what has its folder elsewhere: no tool looks into a folder that begins with a dot. */
export const aliases: Readonly<Record<string, string>> = { '/.well-known/security.txt': '/security.txt' }

export const inLanguage: readonly PublicRoute[] = [...publicPages, ...publicFiles]

const firstWords = (paths: string[]) => [...new Set(paths.map((path) => path.split('/')[1] ?? ''))]

/** The first words of addresses that exist in each language; the front page's is empty. */
export const wordsInLanguage = firstWords(inLanguage.map(({ path }) => path))

/** The first words of all public addresses. */
export const publicWords = [...new Set([...wordsInLanguage, ...firstWords([...withoutLanguage])])]

/** The pages that searchers are to find, and of what each is one. */
export const sitemapRoutes = publicPages.flatMap(({ path, each }) => (each ? [{ path, each }] : []))
