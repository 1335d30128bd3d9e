import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makePublished } from '#lib/testing/make.ts'
import type { Handle } from './draw.ts'
import { type Watch, watchEdition } from './edition.ts'
import { matches, publicPages } from './pages.ts'

// In place of Next: says what reached it, so that whatever leaks into a page is seen in it.
let drawn: string[] = []
let answerWith: (req: IncomingMessage) => {
  status?: number
  headers?: Record<string, string>
  body?: string
} = () => ({})
const handle: Handle = async (req, res) => {
  drawn.push(req.url ?? '')
  const { status = 200, headers = {}, body = '' } = answerWith(req)
  const seen = JSON.stringify({ ...req.headers, url: req.url }).replaceAll('<', '')
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    link: '</a.js>; rel=preload; as="script"',
    ...headers,
  })
  res.write(`<!DOCTYPE html><p>${seen}</p>${body}`)
  res.end('<script src="/a.js"></script>')
}

let watch: Watch
let server: Server
let pages: ReturnType<typeof publicPages>
let mayDraw = true

beforeAll(async () => {
  watch = watchEdition()
  server = createServer(async (req, res) => {
    if (pages.swift(req, res)) return
    const address = pages.addressOf(req.url ?? '')
    if (address) await pages.answer(req, res, address)
    else res.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await watch.end()
})
beforeEach(() => {
  drawn = []
  answerWith = () => ({})
  mayDraw = true
  const manners = ['Content-Security-Policy', `script-src 'none'`]
  pages = publicPages({
    handle,
    watch,
    manners,
    home: 'https://tracker.example',
    session: '__Host-x.session_token',
    megabytes: 1,
    mayDraw: () => mayDraw,
  })
})

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  const sent = request({ port, host: '127.0.0.1', path, method, headers, agent: false }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks = await answer.toArray()
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }
}

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
  expect(drawn).toEqual(['/en'])
})

test('many who ask at once wait for one drawing', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => ask('/en/commitments')))
  expect(new Set(all.map(({ body }) => body.toString())).size).toBe(1)
  expect(drawn).toHaveLength(1)
})

test('a thousand made-up parameters are one page, and reach nobody', async () => {
  for (let at = 0; at < 1_000; at += 50)
    await Promise.all(Array.from({ length: 50 }, (_, nth) => ask(`/en/ledger?made-up-${at + nth}=${at}`)))
  expect(drawn).toEqual(['/en/ledger'])
  expect(pages.sizes().plain.count).toBe(1)
})

test('however much is searched, the pages themselves stay', async () => {
  answerWith = () => ({ body: 'long '.repeat(4_000) })
  await ask('/en')
  for (let at = 0; at < 60; at++) await ask(`/en/search?q=word-${at}`)
  expect(pages.sizes().asked.count).toBeLessThan(60)
  drawn = []
  await ask('/en')
  expect(drawn).toEqual([])
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
  expect(clean.body.toString()).toContain('"host":"tracker.example"')
})

test('a member is drawn a page of their own, which nobody keeps', async () => {
  const cookie = 'a=b; __Host-x.session_token=secret'
  const visitors = await ask('/en')
  const [one, two] = [await ask('/en', { cookie }), await ask('/en', { cookie })]
  expect(one.body.toString()).toContain('secret')
  expect(one.body.toString()).not.toContain('<script')
  expect(one.headers['cache-control']).toBe('private, no-store')
  expect(two.headers.etag).toBeUndefined()
  expect(drawn).toHaveLength(3)
  expect((await ask('/en')).body).toEqual(visitors.body)
})

test('only what was answered whole and for everybody is kept', async () => {
  for (const status of [404, 400, 500, 302]) {
    answerWith = () => ({ status, headers: { location: '/en' } })
    expect((await ask(`/en/summits/s-${status}`)).status).toBe(status)
    answerWith = () => ({})
    expect((await ask(`/en/summits/s-${status}`)).status).toBe(200)
  }
  answerWith = () => ({ headers: { 'set-cookie': 'a=b' } })
  expect((await ask('/en/corrections')).headers['set-cookie']).toBeUndefined()
  expect(drawn).toHaveLength(9)
  await ask('/en/corrections')
  expect(drawn).toHaveLength(10)
  await ask('/en/commitments/A-1/cite')
  await ask('/en/commitments/A-1/cite')
  expect(drawn).toHaveLength(12)
})

test('a publication is in the very next answer', async () => {
  for (let round = 0; round < 5; round++) {
    await ask('/en')
    const written = watch.writing()
    await makePublished()
    drawn = []
    await ask('/en')
    expect(drawn).toEqual(['/en'])
    written()
    drawn = []
    await ask('/en')
    expect(drawn).toEqual([])
  }
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
  mayDraw = false
  expect((await ask('/en')).status).toBe(200)
  expect((await ask('/en/ledger')).status).toBe(503)
  expect((await ask('/en', { cookie: '__Host-x.session_token=a' })).status).toBe(503)
  expect(drawn).toEqual(['/en'])
})
