// Every address of the product and who may see it. An address of the build that is not here fails e2e/matrix.spec.ts.

export type Who = 'everybody' | 'members' | 'reviewers' | 'administrators'
export type Made = {
  ref: string
  slug: string
  articleId: string
  excerptId: string
  draftId: string
  submittedId: string
  proposedId: string
  importId: string
  captureId: string
  personId: string
}

/** Route of the build → who is shown something there, and an address of it that exists. */
export const routes: Record<string, [Who, (made: Made) => string]> = {
  '/[language]': ['everybody', () => '/en'],
  '/[language]/card.png': ['everybody', () => '/en/card.png'],
  '/[language]/search': ['everybody', () => '/en/search?q=harbour'],
  '/[language]/commitments': ['everybody', () => '/en/commitments'],
  '/[language]/commitments/[ref]': ['everybody', ({ ref }) => `/en/commitments/${ref}`],
  '/[language]/commitments/[ref]/cite': ['everybody', ({ ref }) => `/en/commitments/${ref}/cite`],
  '/[language]/commitments/[ref]/cite/[format]': [
    'everybody',
    ({ ref }) => `/en/commitments/${ref}/cite/ris`,
  ],
  '/[language]/commitments/[ref]/card.png': ['everybody', ({ ref }) => `/zh/commitments/${ref}/card.png`],
  '/[language]/commitments/[ref]/said': ['everybody', ({ ref }) => `/en/commitments/${ref}/said`],
  '/[language]/commitments/[ref]/export/[format]': [
    'everybody',
    ({ ref }) => `/en/commitments/${ref}/export/csv`,
  ],
  '/[language]/commitments/[ref]/report': ['everybody', ({ ref }) => `/zh/commitments/${ref}/report`],
  '/[language]/commitments/[ref]/report/sent': [
    'everybody',
    ({ ref }) => `/en/commitments/${ref}/report/sent`,
  ],
  '/[language]/commitments/export/[format]': [
    'everybody',
    ({ ref }) => `/en/commitments/export/csv?q=${ref}`,
  ],
  '/[language]/charts/[chart]': ['everybody', ({ slug }) => `/en/charts/steps?summit=${slug}`],
  '/[language]/charts/[chart]/[format]': ['everybody', ({ slug }) => `/en/charts/steps/csv?summit=${slug}`],
  '/[language]/compare': ['everybody', ({ slug }) => `/en/compare?a=${slug}`],
  '/[language]/summits/[slug]': ['everybody', ({ slug }) => `/en/summits/${slug}`],
  '/[language]/summits/[slug]/card.png': ['everybody', ({ slug }) => `/en/summits/${slug}/card.png`],
  '/[language]/summits/[slug]/cite': ['everybody', ({ slug }) => `/zh/summits/${slug}/cite`],
  '/[language]/summits/[slug]/cite/[format]': ['everybody', ({ slug }) => `/zh/summits/${slug}/cite/gbt7714`],
  '/[language]/summits/[slug]/said': ['everybody', ({ slug }) => `/en/summits/${slug}/said`],
  '/[language]/articles/[id]': ['everybody', ({ articleId }) => `/en/articles/${articleId}`],
  '/[language]/articles/[id]/cite': ['everybody', ({ articleId }) => `/en/articles/${articleId}/cite`],
  '/[language]/articles/[id]/cite/[format]': [
    'everybody',
    ({ articleId }) => `/en/articles/${articleId}/cite/csl`,
  ],
  '/excerpts/[id]/annotation.json': [
    'everybody',
    ({ excerptId }) => `/excerpts/${excerptId}/annotation.json`,
  ],
  '/[language]/ledger': ['everybody', () => '/en/ledger'],
  '/ledger/download': ['everybody', () => '/ledger/download'],
  '/ledger/checkpoint': ['everybody', () => '/ledger/checkpoint'],
  '/[language]/corrections': ['everybody', () => '/en/corrections'],
  '/[language]/methodology': ['everybody', () => '/en/methodology'],
  '/robots.txt': ['everybody', () => '/robots.txt'],
  '/sitemaps/[part]': ['everybody', () => '/sitemaps/1'],
  '/sitemap.xml': ['everybody', () => '/sitemap.xml'],
  '/icon.svg': ['everybody', () => '/icon.svg'],
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
  '/desk/updates/[id]': ['members', ({ submittedId }) => `/desk/updates/${submittedId}`],
  '/desk/review': ['members', () => '/desk/review'],
  '/desk/review/[id]': ['members', ({ submittedId }) => `/desk/review/${submittedId}`],

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
  '/invitation',
  '/new-password',
  '/setup',
  '/sign-in',
  '/e/[id]',
  '/u/[id]',
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
