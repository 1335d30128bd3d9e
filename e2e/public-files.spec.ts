// What browsers and search engines ask for without being led there: icons, web manifest, OpenSearch, security.txt.

import { expect, test } from './fixtures.ts'

const day = 'public, max-age=86400'
const files: [path: string, type: RegExp, cache: string, reach: string][] = [
  ['/favicon.ico', /^image\/x-icon$/, day, 'cross-origin'],
  ['/icon.svg', /^image\/svg\+xml/, day, 'cross-origin'],
  ['/apple-touch-icon.png', /^image\/png$/, day, 'cross-origin'],
  ['/icon-192.png', /^image\/png$/, day, 'cross-origin'],
  ['/icon-512.png', /^image\/png$/, day, 'cross-origin'],
  ['/site.webmanifest', /^application\/manifest\+json/, day, 'same-origin'],
  [
    '/en/opensearch.xml',
    /^application\/opensearchdescription\+xml; charset=utf-8$/,
    'no-cache',
    'same-origin',
  ],
  [
    '/zh/opensearch.xml',
    /^application\/opensearchdescription\+xml; charset=utf-8$/,
    'no-cache',
    'same-origin',
  ],
  ['/.well-known/security.txt', /^text\/plain; charset=utf-8$/, day, 'same-origin'],
  ['/security.txt', /^text\/plain; charset=utf-8$/, day, 'same-origin'],
]

for (const [path, type, cache, reach] of files)
  test(`${path} is there, with its type and careful headers, and is not sent again`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 })
    const headers = answer.headers()
    expect(answer.status()).toBe(200)
    expect((await answer.body()).length).toBeGreaterThan(100)
    expect(headers['content-type']).toMatch(type)
    expect(headers).toMatchObject({
      'cache-control': cache,
      'cross-origin-resource-policy': reach,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain(`script-src 'none'`)
    expect(headers['set-cookie']).toBeUndefined()
    const head = await request.head(path)
    expect([head.status(), head.headers()['content-type']]).toEqual([200, headers['content-type']])
    // A file that is made anew each day has no tag.
    if (!path.endsWith('security.txt')) {
      const again = await request.get(path, { headers: { 'if-none-match': headers.etag ?? '' } })
      expect(again.status()).toBe(304)
    }
  })

for (const path of ['/en', '/zh/commitments', '/sign-in', '/no-such-page'])
  test(`the head of ${path} names them, and each is what it is said to be`, async ({ page, request }) => {
    await page.goto(path)
    const named = await page
      .locator('head link')
      .evaluateAll((all) =>
        all.map((link) => ['rel', 'type', 'sizes', 'href'].map((name) => link.getAttribute(name))),
      )
    const found = named.filter(([rel]) => /icon|manifest|search/.test(rel ?? ''))
    const language = path === '/zh/commitments' ? 'zh' : 'en'
    // What is nowhere is answered by the public site.
    const isPublic = path !== '/sign-in'
    expect(found.map(([rel, , , href]) => [rel, href]).sort()).toEqual([
      ['apple-touch-icon', '/apple-touch-icon.png'],
      ['icon', '/favicon.ico'],
      ['icon', '/icon.svg'],
      ['manifest', '/site.webmanifest'],
      ...(isPublic ? [['search', `/${language}/opensearch.xml`]] : []),
    ])
    for (const [, type, , href] of found) {
      const answer = await request.get(href ?? '')
      expect([href, answer.status()]).toEqual([href, 200])
      if (type) expect(answer.headers()['content-type']).toContain(type)
    }
  })

test('the manifest leads to icons that are as large as it says, and to a page', async ({ page, request }) => {
  const manifest = await (await request.get('/site.webmanifest')).json()
  await page.goto(manifest.start_url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const { src, sizes } of manifest.icons as { src: string; sizes: string }[]) {
    const width = await page.evaluate(async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      return image.naturalWidth
    }, src)
    if (sizes === 'any') expect(width).toBeGreaterThan(0)
    else expect(`${width}x${width}`).toBe(sizes)
  }
})

for (const [language, words] of [
  ['en', 'fentanyl'],
  ['zh', '芬太尼'],
] as const)
  test(`a browser that was told of the search in ${language} finds with it`, async ({ page, request }) => {
    const description = await (await request.get(`/${language}/opensearch.xml`)).text()
    const [, template = ''] = /<Url type="text\/html" template="([^"]+)"/.exec(description) ?? []
    await page.goto(template.replace('{searchTerms}', encodeURIComponent(words)))
    expect(new URL(page.url()).pathname).toBe(`/${language}/search`)
    await expect(page.getByRole('searchbox')).toHaveValue(words)
  })

test('without a language the search is described in that of the browser', async ({ request }) => {
  const headers = { 'accept-language': 'zh-CN,zh;q=0.9' }
  const answer = await request.get('/opensearch.xml', { headers, maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([307, '/zh/opensearch.xml'])
})

test('security.txt names whom the settings name, and holds for a while', async ({ request, baseURL }) => {
  const text = await (await request.get('/.well-known/security.txt')).text()
  expect(text).toContain(`Contact: ${process.env.SECURITY_CONTACT}\n`)
  expect(text).toContain(
    `Canonical: ${new URL(process.env.BASE_URL ?? baseURL ?? '').origin}/.well-known/security.txt\n`,
  )
  const [, expires = ''] = /^Expires: (.+)$/m.exec(text) ?? []
  expect(Date.parse(expires)).toBeGreaterThan(Date.now() + 150 * 86_400_000)
})
