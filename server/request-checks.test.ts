import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pinHost } from './own-origin.ts'
import { refusal } from './request-checks.ts'
import { setNonceHeaders } from './security-headers.ts'

const home = 'https://tracker.example'
beforeEach(() => void vi.stubEnv('BASE_URL', home))
afterEach(() => void vi.unstubAllEnvs())

const sent = (method: string, headers: Record<string, string>) =>
  ({ method, url: '/desk', headers: { host: 'tracker.example', ...headers } }) as unknown as IncomingMessage
const statusOf = (method: string, headers: Record<string, string>) => refusal(sent(method, headers))?.[0]

test.each([
  {},
  { origin: 'null' },
  { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  { origin: 'http://tracker.example' },
  { origin: 'https://tracker.example:8443' },
  { origin: 'https://tracker.example.evil.example' },
  { origin: 'https://TRACKER.example' },
  { origin: home, 'sec-fetch-site': 'cross-site' },
  { referer: `${home}/desk` },
])('what changes something is refused with %j', (headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(statusOf(method, headers)).toBe(403)
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(statusOf(method, headers)).toBeUndefined()
})

test('our own pages may, and other kinds of request are none', () => {
  expect(statusOf('POST', { origin: home })).toBeUndefined()
  expect(statusOf('POST', { origin: home, 'sec-fetch-site': 'same-origin' })).toBeUndefined()
  for (const method of ['TRACE', 'CONNECT', 'PROPFIND']) expect(statusOf(method, { origin: home })).toBe(405)
})

test('behind TLS browsers are told to stay there, and elsewhere not', () => {
  const said = () => {
    const headers = new Map<string, unknown>()
    const res = { setHeader: (name: string, value: unknown) => headers.set(name.toLowerCase(), value) }
    setNonceHeaders(sent('GET', {}), res as unknown as ServerResponse, false)
    return headers
  }
  expect(said().get('strict-transport-security')).toBe('max-age=31536000')
  expect(said().get('content-security-policy')).not.toBe(said().get('content-security-policy'))
  vi.stubEnv('BASE_URL', 'http://localhost:3000')
  expect(said().has('strict-transport-security')).toBe(false)
})

test('a nonce or a policy that a stranger sends is not the one that is used', () => {
  const req = sent('GET', { 'content-security-policy': `script-src 'nonce-theirs'`, 'x-nonce': 'theirs' })
  setNonceHeaders(req, { setHeader: () => undefined } as unknown as ServerResponse, false)
  expect(req.headers['content-security-policy']).not.toContain('theirs')
})

test('what is answered knows no host but that of BASE_URL', () => {
  const req = sent('POST', {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '203.0.113.9',
    forwarded: 'host=evil.example',
  })
  pinHost(req)
  expect(req.headers).toEqual({ host: 'tracker.example', 'x-forwarded-for': '203.0.113.9' })
})
