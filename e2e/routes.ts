// Every address of the product and who may see it. An address of the build that is not here fails e2e/matrix.spec.ts.

import { languages } from '#lib/languages.ts'
import { inLanguage, withoutLanguage } from '#server/public-routes.ts'

export type Who = 'everybody' | 'members' | 'reviewers' | 'administrators'
export type Made = {
  ref: string
  slug: string
  articleId: string
  excerptId: string
  draftId: string
  submittedId: string
  publishedId: string
  proposedId: string
  importId: string
  captureId: string
  personId: string
}

type Row = [Who, (made: Made) => string]

// Where there is more to see when something is asked.
const asked: Record<string, (made: Made) => string> = {
  '/search': () => '?q=harbour',
  '/commitments/export/[format]': ({ ref }) => `?q=${ref}`,
  '/charts/[chart]': ({ slug }) => `?summit=${slug}`,
  '/charts/[chart]/[format]': ({ slug }) => `?summit=${slug}`,
  '/compare': ({ slug }) => `?a=${slug}`,
}

/** An address of a public route that exists. */
function existing(path: string, made: Made): string {
  const id = path.startsWith('/articles') ? made.articleId : made.excerptId
  const names: Record<string, string> = { ref: made.ref, slug: made.slug, id, chart: 'steps', part: '1' }
  const format = path.includes('/cite/') ? 'ris' : 'csv'
  const filled = path.replaceAll(/\[(\w+)\]/g, (_, name) => names[name] ?? format)
  return filled + (asked[path]?.(made) ?? '')
}

// Every second in Chinese.
const ofPublic = inLanguage.map(({ path }, at): [string, Row] => [
  `/[language]${path}`,
  ['everybody', (made) => `/${languages[at % 2]}${existing(path, made)}`],
])
// What only leads on is tested where it belongs.
const isShort = (path: string) => /^\/[eu]\//.test(path)
const ofFiles = withoutLanguage
  .filter((path) => !isShort(path))
  .map((path): [string, Row] => [path, ['everybody', (made) => existing(path, made)]])

/** Route of the build → who is shown something there, and an address of it that exists. */
export const routes: Record<string, Row> = {
  ...Object.fromEntries([...ofPublic, ...ofFiles]),
  '/robots.txt': ['everybody', () => '/robots.txt'],
  '/sign-in/code': ['everybody', () => '/sign-in/code'],
  '/forgotten': ['everybody', () => '/forgotten'],

  '/desk': ['members', () => '/desk'],
  '/desk/find': ['members', () => '/desk/find?q=harbour'],
  '/desk/account': ['members', () => '/desk/account'],
  '/desk/account/address': ['members', () => '/desk/account/address'],
  '/desk/account/passkeys': ['members', () => '/desk/account/passkeys'],
  '/desk/account/second-factor': ['members', () => '/desk/account/second-factor'],
  '/desk/articles': ['members', () => '/desk/articles'],
  '/desk/articles/new': ['members', () => '/desk/articles/new'],
  '/desk/articles/[id]': ['members', ({ articleId }) => `/desk/articles/${articleId}`],
  '/desk/articles/[id]/proposals': ['members', ({ articleId }) => `/desk/articles/${articleId}/proposals`],
  '/desk/captures': ['members', () => '/desk/captures'],
  '/desk/captures/new': ['members', () => '/desk/captures/new'],
  '/desk/captures/[id]': ['members', ({ captureId }) => `/desk/captures/${captureId}`],
  '/desk/live-checks': ['members', () => '/desk/live-checks'],
  '/desk/commitments/new': ['members', ({ slug }) => `/desk/commitments/new?summit=${slug}`],
  '/desk/commitments/[ref]': ['members', ({ ref }) => `/desk/commitments/${ref}`],
  '/desk/imports/new': ['members', () => '/desk/imports/new'],
  '/desk/imports/[id]': ['members', ({ importId }) => `/desk/imports/${importId}`],
  '/desk/areas': ['members', () => '/desk/areas'],
  '/desk/parties': ['members', () => '/desk/parties'],
  '/desk/commitments/[ref]/merge': ['members', ({ ref }) => `/desk/commitments/${ref}/merge`],
  '/desk/drafts/[id]': ['members', ({ proposedId }) => `/desk/drafts/${proposedId}`],
  '/desk/commitments/[ref]/no-change': ['members', ({ ref }) => `/desk/commitments/${ref}/no-change`],
  '/desk/summits': ['members', () => '/desk/summits'],
  '/desk/summits/new': ['members', () => '/desk/summits/new'],
  '/desk/summits/[slug]': ['members', ({ slug }) => `/desk/summits/${slug}`],
  '/desk/reports': ['reviewers', () => '/desk/reports'],
  '/desk/updates/new': ['members', () => '/desk/updates/new'],
  '/desk/updates/[id]': ['members', ({ publishedId }) => `/desk/updates/${publishedId}`],
  '/desk/review': ['members', () => '/desk/review'],

  '/desk/people': ['administrators', () => '/desk/people'],
  '/desk/people/invite': ['administrators', () => '/desk/people/invite'],
  '/desk/people/[id]': ['administrators', ({ personId }) => `/desk/people/${personId}`],
  '/desk/outbox': ['administrators', () => '/desk/outbox'],
  '/desk/activity': ['administrators', () => '/desk/activity'],
  '/desk/activity/export': ['administrators', () => '/desk/activity/export'],
}

/** What shows nothing of anybody's without a secret in the address, or answers for others: tested where it belongs. */
export const elsewhere = [
  '/[language]/[...nowhere]',
  '/_global-error',
  '/_not-found',
  '/address',
  '/api/auth/[...all]',
  '/desk/review/[id]', // leads on to the page of a draft
  '/invitation',
  '/new-password',
  '/setup',
  '/sign-in',
  ...withoutLanguage.filter(isShort),
]

/** Headers that made other servers show what was not for the sender, or take one address for another. */
export const zoo: Record<string, string>[] = [
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { 'x-original-url': '/desk', 'x-rewrite-url': '/desk' },
  { 'x-nonce': 'x', 'content-security-policy': 'default-src *' },
  { 'x-peer': '127.0.0.1', 'x-forwarded-for': '127.0.0.1' },
]
