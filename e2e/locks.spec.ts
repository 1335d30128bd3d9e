import { request as http } from 'node:http'
import { formOf, holder, password, place, signInForm } from '#e2e/plain-form.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { unscopedIssueLink } from '#lib/auth/auth.ts'

const base = process.env.BASE_URL ?? ''

test('what changes something is taken from our own pages only, by whatever method and at whatever address', async ({
  request,
}) => {
  test.slow() // some two hundred answers
  const forged: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'http://evil.example', host: 'evil.example' },
    { origin: `${base}.evil.example` },
    { origin: base.replace('http:', 'https:') },
    { origin: base.replace(/\d+$/, '1') },
    { origin: `${base}/` },
    { origin: `${base} http://evil.example` },
    { origin: base, 'sec-fetch-site': 'cross-site' },
    { referer: `${base}/sign-in` },
  ]
  const answers: string[] = []
  for (const headers of forged)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/sign-in', '/desk/account', '/en', '/no-such-page', '/api/auth/sign-in/email']) {
        const answer = await request.fetch(path, { method, headers, data: '', maxRedirects: 0 })
        if (answer.status() !== 403)
          answers.push(`${method} ${path} ${JSON.stringify(headers)}: ${answer.status()}`)
      }
  expect(answers).toEqual([])
  expect((await request.post('/sign-in', { headers: { origin: base } })).status()).not.toBe(403)
})

test('signing in leads nowhere but into this site', async ({ as, request }) => {
  test.slow() // some hundred answers, twenty of them with a password
  const zoo = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'http:/\\evil.example',
    '/\t/evil.example',
    '\t//evil.example',
    '/\n/evil.example',
    '/%09/evil.example',
    '/%5cevil.example',
    '%2f%2fevil.example',
    '/%2f%2fevil.example',
    '/.//evil.example',
    '@evil.example',
    '.evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    `${base}@evil.example`,
    `${base}.evil.example`,
  ]
  const [{ page, member }, stranger] = [await as('ANALYST'), await holder()]
  const attempt = await signInForm(request)
  const home = new URL(base).origin
  const wrong: string[] = []
  const check = (door: string, next: string, location: string | undefined) => {
    if (!location || new URL(location, `${base}/sign-in`).origin !== home)
      wrong.push(`${door} ${next}: ${location}`)
  }
  for (const next of zoo) {
    const query = encodeURIComponent(next)
    const signedIn = await page.request.get(`/sign-in?next=${query}`, { maxRedirects: 0 })
    check('signed in', next, signedIn.headers().location)
    check('password', next, (await attempt(stranger.email, password, place(), next)).headers().location)
    const token = new URL(await unscopedIssueLink(member.email)).searchParams.get('token')
    const link = await request.get(`/api/auth/magic-link/verify?token=${token}&callbackURL=${query}`, {
      maxRedirects: 0,
    })
    check('link', next, link.headers().location)
    const asked = `token=none&callbackURL=/desk&errorCallbackURL=${query}&newUserCallbackURL=${query}`
    const spent = await request.get(`/api/auth/magic-link/verify?${asked}`, { maxRedirects: 0 })
    check('spent link', next, spent.headers().location)
    const code = await (await request.get(`/sign-in/code?next=${query}`)).text()
    const carried = /name="next" value="([^"]*)"/.exec(code)?.[1]
    check('code', next, carried)
  }
  expect(wrong).toEqual([])
})

/** One request with exactly these headers, Host among them. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number; location: string }> {
  const { hostname, port } = new URL(base)
  return new Promise((done, fail) => {
    const asked = http({ hostname, port, path, headers }, (answer) => {
      answer.resume()
      done({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
    })
    asked.on('error', fail).end()
  })
}

test('no host that a request claims finds its way into where we send people', async () => {
  const evil = 'evil.example'
  const zoo: Record<string, string>[] = [
    { host: evil },
    { host: new URL(base).host, 'x-forwarded-host': evil, 'x-forwarded-proto': 'https' },
    { host: new URL(base).host, forwarded: `host=${evil};proto=https` },
    { host: new URL(base).host, 'x-original-host': evil, 'x-host': evil },
    { host: `${evil}:80` },
  ]
  for (const headers of zoo)
    for (const path of [
      '/',
      '/desk',
      '/desk/account',
      '/commitments',
      '/sign-in/',
      `/api/auth/magic-link/verify?token=x`,
    ]) {
      const { status, location } = await raw(path, headers)
      expect([path, status < 500, location.includes(evil)]).toEqual([path, true, false])
    }
})

test('bodies that are no call of an action are refused without a word of our code, and the product goes on', async ({
  request,
}) => {
  const [known = ''] = Object.keys(await formOf(request, '/sign-in', 'email')).filter((name) =>
    name.includes('ACTION'),
  )
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const bodies: [string, Record<string, string>][] = [
    ['nothing', {}],
    ['no JSON', { '0': '{' }],
    ['itself', { '0': '["$@0"]' }],
    ['a promise of itself', { '0': '"$@1"', '1': '"$@0"' }],
    ['a prototype', { '0': '["$1:__proto__:then"]', '1': '{}' }],
    ['a constructor', { '0': '["$1:constructor:constructor"]', '1': '"x"' }],
    ['a thenable', { '0': '{"then":"$1:then","status":"resolved_model","value":"{}"}', '1': '"$@0"' }],
    ['a server function', { '0': '["$F1"]', '1': '{"id":"x","bound":null}' }],
    ['a map of itself', { '0': '["$Q1"]', '1': '[["$Q1","$Q1"]]' }],
    ['a long number', { '0': `["$n${'9'.repeat(50_000)}"]` }],
    ['depth', { '0': deep }],
    ['a blob', { '0': '["$B1"]' }],
    ['a form of itself', { '0': '["$K0"]' }],
    ['an unknown form', { [known]: 'x' }],
    ['a prototype of a form', { $ACTION_REF___proto__: '', '$ACTION___proto__:0': '{"id":"__proto__"}' }],
  ]
  const ids = ['x', '0'.repeat(42), '__proto__', 'f'.repeat(5_000)]
  for (const [what, body] of bodies)
    for (const id of [undefined, ...ids]) {
      const headers = { origin: base, ...(id ? { 'next-action': id } : {}) }
      const since = performance.now()
      const answer = await request.post('/sign-in', { headers, multipart: body, maxRedirects: 0 })
      const text = await answer.text()
      expect([what, id, /node_modules|at \w+ \(|\.tsx?:\d/.test(text)]).toEqual([what, id, false])
      expect([what, performance.now() - since < 5_000]).toEqual([what, true])
    }
  expect((await request.get('/ready')).status()).toBe(200)
})

test('every kind of answer carries the whole set of headers, and none of them is a picture made for others', async ({
  as,
  request,
}) => {
  const { page } = await as('ADMIN')
  const script = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get('/sign-in')).text())?.[0] ?? ''
  const kinds: [string, number][] = [
    ['/en', 200],
    ['/', 307],
    ['/desk', 200],
    ['/no-such-page', 404],
    ['/%zz', 400],
    ['/desk/activity/export', 200],
    ['/ledger/download', 200],
    ['/robots.txt', 200],
    ['/site.webmanifest', 200],
    [script, 200],
    ['/health', 200],
    ['/sign-in', 307],
    ['/_next/image?url=%2Ficon.svg&w=64&q=75', 404],
    ['/_next/image?url=https%3A%2F%2Fevil.example%2Fx.png&w=64&q=75', 404],
  ]
  for (const [path, status] of kinds) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect([path, answer.status()]).toEqual([path, status])
    const sent = answer.headers()
    expect([path, sent]).toEqual([
      path,
      expect.objectContaining({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringMatching(
          /object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
        ),
      }),
    ])
    expect(sent['x-powered-by']).toBeUndefined()
  }
  expect((await request.post('/sign-in', {})).headers()['content-security-policy']).toContain(
    "frame-ancestors 'none'",
  )
})
