import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'
import { served } from '#testing/served.ts'
import { matches } from './cached-page.ts'

const site = served()
const ask = site.ask.bind(site)

test('a page is drawn once, without scripts, and the same bytes are given after that', async () => {
  const [first, second] = [await ask('/en'), await ask('/en')]
  expect(second.body).toEqual(first.body)
  expect(first.body.toString()).not.toContain('<script')
  expect(first.headers).toMatchObject({
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding, Cookie',
    'content-security-policy': `script-src 'none'`,
  })
  expect(first.headers.link).toBeUndefined()
  expect(site.drawn).toEqual(['/en'])
})

test('a static part stands in its element, without scripts, and is not looked through itself', async () => {
  const parts = ['<h1>One</h1><script>run()</script>', '<p>$1 <div data-static-part="0"></div></p>']
  const typed = '<p title="&lt;div data-static-part=&quot;0&quot;&gt;">data-static-part=&quot;0&quot;&gt;</p>'
  site.answerWith = () => ({
    body: `<article class="a" data-static-part="1"></article><div data-static-part="0"></div>${typed}`,
    parts,
  })
  const { body } = await ask('/en')
  expect(body.toString()).toContain(
    `<article class="a"><p>$1 <div data-static-part="0"></div></p></article><div><h1>One</h1></div>${typed}`,
  )
})

test('a picture whose type comes as a list, as Next gives it, is kept like a page', async () => {
  site.answerWith = () => ({ headers: { 'content-type': ['image/png'] } })
  const [first, second] = [await ask('/en/card.png'), await ask('/en/card.png?on=2024-05-14')]
  expect(first.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-cache' })
  expect(first.headers.etag).toBeTruthy()
  expect(second.headers.etag).toBe(first.headers.etag)
  expect(site.drawn).toEqual(['/en/card.png'])
})

test.each([
  ['/en', 'text/html', 'same-origin'],
  ['/en/commitments/NO-1/cite', 'text/html', 'same-origin'],
  ['/en/charts/steps/csv', 'text/csv', 'same-origin'],
  ['/en/charts/steps/svg', 'image/svg+xml', 'cross-origin'],
  ['/en/card.png', 'image/png', 'cross-origin'],
])(
  'other sites may show pictures by their address, and nothing else of ours: %s',
  async (path, type, reach) => {
    site.answerWith = () => ({ headers: { 'content-type': type } })
    for (const { headers } of [await ask(path), await ask(path)])
      expect(headers['cross-origin-resource-policy']).toBe(reach)
  },
)

test('many who ask at once wait for one drawing', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => ask('/en/commitments')))
  expect(new Set(all.map(({ body }) => body.toString())).size).toBe(1)
  expect(site.drawn).toHaveLength(1)
})

test('a thousand made-up parameters are one page, and reach nobody', async () => {
  for (let at = 0; at < 1_000; at += 50)
    await Promise.all(Array.from({ length: 50 }, (_, nth) => ask(`/en/ledger?made-up-${at + nth}=${at}`)))
  expect(site.drawn).toEqual(['/en/ledger'])
  expect(site.pages.cache.sizes().plain.count).toBe(1)
})

test('however much is searched, the pages themselves stay', async () => {
  site.answerWith = () => ({ body: 'long '.repeat(4_000) })
  await ask('/en')
  for (let at = 0; at < 60; at++) await ask(`/en/search?q=word-${at}`)
  expect(site.pages.cache.sizes().asked.count).toBeLessThan(60)
  site.drawn = []
  await ask('/en')
  expect(site.drawn).toEqual([])
})

const poisons: Record<string, string>[] = [
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' },
  { host: 'evil.example' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%5D', 'next-url': '/desk' },
  { 'next-action': 'abc', 'x-middleware-subrequest': 'middleware:middleware' },
  { 'x-original-url': '/desk', 'x-rewrite-url': '/desk', 'x-address': '/desk', 'x-nonce': 'a' },
  { 'accept-language': 'zh', 'user-agent': 'evil', cookie: 'theme=evil; other.session_token=evil' },
  { range: 'bytes=0-3', 'accept-encoding': 'evil' },
  {
    'content-security-policy': `script-src 'nonce-evil'`,
    'if-none-match': '"evil"',
    accept: 'text/x-component',
  },
]
test.each(poisons)('what a stranger sends along is in no page that others are given: %o', async (headers) => {
  const poisoned = await ask('/en/methodology?_rsc=evil', headers)
  const clean = await ask('/en/methodology')
  expect(poisoned.status).toBe(200)
  expect(clean.body).toEqual(poisoned.body)
  expect(clean.body.toString()).not.toContain('evil')
  expect(clean.body.toString()).toContain('"host":"tracker.example","user-agent":"Followthrough"')
})

test('a member is drawn a page of their own, which nobody keeps', async () => {
  const cookie = 'a=b; __Host-x.session_token=secret'
  const visitors = await ask('/en')
  const [one, two] = [await ask('/en', { cookie }), await ask('/en', { cookie })]
  expect(one.body.toString()).toContain('secret')
  expect(one.body.toString()).not.toContain('<script')
  expect(one.headers['cache-control']).toBe('private, no-store')
  expect(two.headers.etag).toBeUndefined()
  expect(site.drawn).toHaveLength(3)
  expect((await ask('/en')).body).toEqual(visitors.body)
})

test('a form reaches the page as it was sent, and its answer is the sender’s own', async () => {
  site.answerWith = () => ({ status: 422, headers: { 'set-cookie': 'a=b' } })
  const headers = { 'content-type': 'text/plain', 'next-action': 'abc', 'x-own': 'theirs' }
  const answer = await fetch(`${site.origin}/en/ledger`, { method: 'POST', headers, body: 'typed' })
  const text = await answer.text()
  expect([answer.status, answer.headers.get('set-cookie'), answer.headers.get('cache-control')]).toEqual([
    422,
    'a=b',
    'private, no-store',
  ])
  expect(text).toContain('"x-own":"theirs"')
  expect(text).not.toMatch(/next-action|<script/)
})

test('a picture is kept as it is, for it is packed already', async () => {
  site.answerWith = () => ({ headers: { 'content-type': 'image/png' } })
  for (let round = 0; round < 2; round++)
    expect(
      (await ask('/en/card.png', { 'accept-encoding': 'br' })).headers['content-encoding'],
    ).toBeUndefined()
  expect(site.drawn).toHaveLength(1)
})

test('only what was answered whole and for everybody is kept', async () => {
  for (const status of [404, 400, 500, 302]) {
    site.answerWith = () => ({ status, headers: { location: '/en' } })
    expect((await ask(`/en/summits/s-${status}`)).status).toBe(status)
    site.answerWith = () => ({})
    expect((await ask(`/en/summits/s-${status}`)).status).toBe(200)
  }
  site.answerWith = () => ({ headers: { 'set-cookie': 'a=b' } })
  expect((await ask('/en/corrections')).headers['set-cookie']).toBeUndefined()
  expect(site.drawn).toHaveLength(9)
  await ask('/en/corrections')
  expect(site.drawn).toHaveLength(10)
  await ask('/en/commitments/A-1/cite')
  await ask('/en/commitments/A-1/cite')
  expect(site.drawn).toHaveLength(12)
})

test('a publication is in the very next answer', async () => {
  for (let round = 0; round < 5; round++) {
    await ask('/en')
    const written = site.watch.writing()
    await makePublished()
    site.drawn = []
    await ask('/en')
    expect(site.drawn).toEqual(['/en'])
    written()
    site.drawn = []
    await ask('/en')
    expect(site.drawn).toEqual([])
  }
})

/** As if an entry had been appended that is dated so many milliseconds from now. */
async function dated(ahead: number): Promise<number> {
  const at = new Date(Date.now() + ahead)
  const written = site.watch.writing()
  await owned(`UPDATE "LedgerHead" SET seq = seq + 1, at = '${at.toISOString()}', hash = md5('${ahead}')`)
  written()
  return at.getTime()
}

test('a page is not drawn before the instant of the newest entry, which it would lack', async () => {
  const at = await dated(300)
  site.answerWith = () => ({ body: String(Date.now()) })
  const { body } = await ask('/en')
  expect(Number(/<.p>(\d+)$/.exec(body.toString())?.[1])).toBeGreaterThanOrEqual(at)
  await ask('/en')
  expect(site.drawn).toHaveLength(1)
})

test('an answer names its version, and is not sent again to who has it', async () => {
  const whole = await ask('/en')
  const packed = await ask('/en', { 'accept-encoding': 'br' })
  expect(brotliDecompressSync(packed.body)).toEqual(whole.body)
  expect(packed.headers.etag).not.toBe(whole.headers.etag)
  const again = await ask('/en', { 'if-none-match': `"x", W/${whole.headers.etag}` })
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, whole.headers.etag])
  expect((await ask('/en', { 'if-none-match': String(packed.headers.etag) })).status).toBe(200)
  const head = await ask('/en', { 'accept-encoding': 'br' }, 'HEAD')
  expect(head.body).toHaveLength(0)
  expect({ ...head.headers, date: '' }).toEqual({ ...packed.headers, date: '' })
})

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['', false],
])('If-None-Match: %s', (known, isSame) => {
  expect(matches(known, '"a"')).toBe(isSame)
})

test('while the database does not answer, what is kept is still given and nothing is drawn', async () => {
  await ask('/en')
  site.mayRender = false
  expect((await ask('/en')).status).toBe(200)
  expect((await ask('/en/ledger')).status).toBe(503)
  expect((await ask('/en', { cookie: '__Host-x.session_token=a' })).status).toBe(503)
  expect(site.drawn).toEqual(['/en'])
})

test('what is drawn although another clock is far ahead is not kept', async () => {
  await dated(3_600_000)
  await ask('/en')
  await ask('/en')
  expect(site.drawn).toHaveLength(2)
})

test('the answer to a form is drawn plain, cleaned of scripts, and packed once', async () => {
  const answer = await ask('/en/commitments/A-1/report', { 'accept-encoding': 'br' }, 'POST')
  expect(answer.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'private, no-store' })
  const body = brotliDecompressSync(answer.body).toString()
  expect(body).not.toContain('accept-encoding')
  expect(body).not.toContain('<script')
})
