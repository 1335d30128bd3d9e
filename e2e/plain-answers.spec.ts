import { expect, test } from './fixtures.ts'

test('the front page is there, and tells browsers to be careful with it', async ({ page }) => {
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  await expect(page).toHaveTitle(/Followthrough/)
})

test('an address that leads nowhere says so', async ({ page }) => {
  expect((await page.goto('/no-such-page'))?.status()).toBe(404)
})

for (const [path, status] of [
  ['/%zz', 400],
  ['/?q=%00', 400],
  [`/?q=${'a'.repeat(9_000)}`, 414],
] as const)
  test(`a malformed address is answered ${status} with a sentence: ${path.slice(0, 12)}`, async ({
    request,
  }) => {
    const answer = await request.get(path)
    expect(answer.status()).toBe(status)
    expect(await answer.text()).toContain('This address is')
  })

test('only scripts that carry the nonce of their own answer may run', async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get('/sign-in')).headers()['content-security-policy']),
  )
  expect(policies[0]).toContain("script-src 'nonce-")
  expect(policies[0]).toContain("frame-ancestors 'none'")
  expect(policies[0]).not.toEqual(policies[1])
})

for (const origin of ['http://evil.example', 'null', undefined])
  test(`a form sent from ${origin ?? 'nowhere'} is refused before anything reads it`, async ({ request }) => {
    const headers = { 'x-forwarded-host': 'evil.example', ...(origin ? { origin } : {}) }
    const answer = await request.post('/sign-in', { headers, form: { email: 'a@example.org' } })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).toContain('only taken from our own pages')
  })

test('searchers are told which pages are public, and where the desk is not', async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /desk')
  const index = await (await request.get('/sitemap.xml')).text()
  const part = /<loc>(.*?)<\/loc>/.exec(index)?.[1] ?? ''
  const map = await (await request.get(part)).text()
  for (const language of ['en', 'zh'])
    expect(map).toMatch(
      new RegExp(
        `<loc>\\S+/${language}/commitments/WOODSIDE-1</loc><lastmod>\\S+</lastmod>.*hreflang="zh" href="\\S+/zh/commitments/WOODSIDE-1"`,
      ),
    )
  expect((await request.get('/sitemaps/9999')).status()).toBe(404)
  expect(map).not.toContain('/desk')
})

test('whoever watches over it is told how it stands, and numbers only for the token', async ({ request }) => {
  expect(await (await request.get('/ready')).json()).toEqual({
    status: 'ready',
    database: 'ok',
    migrations: 'ok',
    worker: 'ok',
  })
  expect((await request.get('/metrics')).status()).toBe(401)
  expect((await request.get('/metrics', { headers: { authorization: 'Bearer wrong' } })).status()).toBe(401)
  const headers = { authorization: `Bearer ${process.env.METRICS_TOKEN}` }
  const numbers = await (await request.get('/metrics', { headers })).text()
  expect(numbers).toMatch(/followthrough_ledger_entries [1-9]/)
  expect(numbers).toContain('part="other",method="GET",status="4xx"')
})
