import { createServer } from 'node:https'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { fetchPage } from '#engines/fetching/fetch.ts'
import { theWeb } from '#engines/fetching/outside.ts'
import { forgetPoliteness } from '#engines/fetching/politeness.ts'
import { certificate, key } from '#lab/certificate.ts'
import { type Answering, answer, flood, openSite, page, redirect } from '#lab/site.ts'
import { at, failure, outside, privateMachine, publicMachine, site } from '#lab/world.ts'

beforeEach(forgetPoliteness)

describe('an honest page', () => {
  test('comes with its bytes, its headers, and the way to it', async () => {
    const news = await site({ '/old': redirect('/new#part', 301), '/new': page('<p>你好') })
    const { fetchedAt, ...rest } = await fetchPage(at(news, '/old?a#b'), { outside: outside() })
    expect(new TextDecoder().decode(rest.bytes)).toBe('<p>你好')
    expect({ ...rest, bytes: 0 }).toEqual({
      bytes: 0,
      status: 200,
      contentType: 'text/html',
      headers: { 'content-type': 'text/html', 'content-length': '9' },
      address: at(news, '/new'),
      hops: [{ address: at(news, '/old?a'), status: 301 }],
    })
    expect(Date.now() - fetchedAt.getTime()).toBeLessThan(10_000)
  })

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('is unpacked from %s', async (encoding, pack) => {
    const news = await site({ '/': answer(`200 OK\r\ncontent-encoding: ${encoding}`, pack('<p>Hello.')) })
    const { bytes } = await fetchPage(at(news), { outside: outside() })
    expect(new TextDecoder().decode(bytes)).toBe('<p>Hello.')
  })

  test('is asked for as one program that says who it is, with no cookie and no word of where it came from', async () => {
    const requests: string[] = []
    const news = await site({
      '/': answer('302 Found\r\nset-cookie: a=b\r\nlocation: /next\r\ncontent-length: 0'),
      '/next': (socket, request) => {
        requests.push(request)
        answer('200 OK\r\nset-cookie: c=d', 'a')(socket, request)
      },
    })
    const { headers } = await fetchPage(at(news), { outside: outside() })
    expect(headers).toEqual({})
    const sent = requests[0]?.trim().split('\r\n').slice(1) ?? []
    expect(sent.map((line) => line.split(':')[0]?.toLowerCase())).toEqual([
      'host',
      'connection',
      'user-agent',
      'accept',
      'accept-encoding',
    ])
    expect(sent).toContain('user-agent: Followthrough/test')
  })

  test('is found where a redirect writes its address as people do', async () => {
    const news = await site({
      '/': redirect('/政治/a b?q=ü'),
      '/%E6%94%BF%E6%B2%BB/a%20b': page('a'),
      '/crlf': redirect('/%0d%0aset-cookie:%20a'),
      '/%0d%0aset-cookie:%20a': page('b'),
    })
    expect((await fetchPage(at(news), { outside: outside() })).address).toBe(
      at(news, '/%E6%94%BF%E6%B2%BB/a%20b?q=%C3%BC'),
    )
    expect((await fetchPage(at(news, '/crlf'), { outside: outside() })).status).toBe(200)
  })
})

describe('a machine that is not open', () => {
  const canary = () => site({ '/': page('secret') }, privateMachine).catch(() => undefined) // only Linux listens there

  test('is not asked, whatever way it is written', async () => {
    expect(
      (
        await failure('http://127.0.0.1/', {
          outside: { ...outside(), reach: { mayReach: () => false, mayUsePort: () => true } },
        })
      ).fault,
    ).toBe('address-refused')
    const closed = theWeb({ allowPrivate: false, userAgent: 'Followthrough/test' })
    const error = await fetchPage('http://127.0.0.1/', { outside: closed }).catch((each) => each)
    expect(error.fault).toBe('address-refused')
  })

  test('is not asked when a name changes from one request to the next', async () => {
    const hidden = await canary()
    const news = await site({ '/': page('a') })
    const rebinding = outside({ 'site.example': [[publicMachine], [privateMachine]] })
    expect((await failure(at(news), { outside: rebinding })).fault).toBe('address-refused')
    expect(news.asked).toEqual(['/robots.txt'])
    expect(hidden?.asked ?? []).toEqual([])
  })

  test('is not asked when a name stands for an open one as well', async () => {
    const news = await site({ '/': page('a') })
    for (const mixed of [
      [publicMachine, privateMachine],
      [privateMachine, publicMachine],
      [publicMachine, '::1'],
    ])
      expect((await failure(at(news), { outside: outside({ 'site.example': [mixed] }) })).fault).toBe(
        'address-refused',
      )
    expect(news.asked).toEqual([])
  })

  test('is found out by the connection itself', async () => {
    const news = await site({ '/': page('a') })
    let times = 0
    const reach = { mayReach: () => ++times === 1, mayUsePort: () => true }
    const error = await failure(at(news), { outside: { ...outside(), reach } })
    expect([error.fault, error.detail]).toEqual([
      'address-refused',
      `robots.txt: The connection led to ${publicMachine}.`,
    ])
    expect(news.asked).toEqual([])
  })

  test('is looked up once for each request', async () => {
    const news = await site({ '/': page('a') })
    const names: string[] = []
    const open = outside()
    await fetchPage(at(news), {
      outside: { ...open, resolve: async (name) => [names.push(name) > 0 ? publicMachine : ''] },
    })
    expect(names).toEqual(['site.example', 'site.example'])
  })

  test.each([1, 2, 3, 4, 5])('is not asked when redirect %i leads there', async (position) => {
    const hidden = await canary()
    const port = hidden?.port ?? 80
    const targets = [
      `http://${privateMachine}:${port}/`,
      `//${privateMachine}:${port}/`,
      `http://inside.example:${port}/`,
      `http://2130706434:${port}/`,
      `http://[::ffff:7f00:2]:${port}/`,
      `http://user:pass@site.example/`,
      'http://site.example\\@127.0.0.2/',
      'file:///etc/passwd',
      'gopher://127.0.0.2/',
    ]
    for (const target of targets) {
      const hops = Array.from({ length: position }, (_, hop): [string, Answering] => [
        `/${hop + 1}`,
        redirect(hop + 1 === position ? target : `/${hop + 2}`),
      ])
      const news = await site(Object.fromEntries(hops))
      const names = outside({ 'inside.example': [[privateMachine]] })
      expect([target, (await failure(at(news, '/1'), { outside: names })).fault]).toEqual([
        target,
        'address-refused',
      ])
      expect(news.asked.length).toBe(position + 1)
    }
    expect(hidden?.asked ?? []).toEqual([])
  })

  test('is not asked for the rules of a site', async () => {
    const news = await site({ '/robots.txt': redirect(`http://${privateMachine}/`), '/': page('a') })
    expect((await failure(at(news))).fault).toBe('address-refused')
    expect(news.asked).toEqual(['/robots.txt'])
  })
})

describe('a connection', () => {
  test('to a name that nobody has is told as such', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))
    expect((await failure('http://site.example/', { outside: { ...outside(), resolve } })).fault).toBe('dns')
    expect(
      (await failure('http://site.example/', { outside: { ...outside(), resolve: async () => [] } })).fault,
    ).toBe('dns')
  })

  test('that nobody takes is told as such', async () => {
    const gone = await openSite({})
    await gone.close()
    expect((await failure(at(gone))).fault).toBe('unreachable')
  })

  test('to a name whose lookup never ends is not waited for', async () => {
    const never = { ...outside(), resolve: () => new Promise<never>(() => undefined) }
    expect(
      (await failure('http://site.example/', { outside: never, limits: { connectMs: 100 } })).fault,
    ).toBe('timeout')
  })

  test('that is encrypted needs a certificate that is trusted and made out to the name', async () => {
    const server = createServer({ cert: certificate, key }, (_request, response) => response.end('a'))
    await new Promise<void>((done) => server.listen(0, publicMachine, done))
    const address = server.address()
    const secure = (name: string) => `https://${name}:${typeof address === 'object' ? address?.port : 0}/`
    const trusted = getCACertificates('default')
    try {
      expect((await failure(secure('site.example'))).fault).toBe('tls')
      setDefaultCACertificates([...trusted, certificate])
      expect((await fetchPage(secure('site.example'), { outside: outside() })).bytes).toHaveLength(1)
      expect((await failure(secure('other.example'))).fault).toBe('tls')
    } finally {
      setDefaultCACertificates(trusted)
      server.close()
    }
    const plain = await site({})
    expect((await failure(at(plain).replace('http:', 'https:'))).fault).toBe('tls')
  })

  test.each(['before it begins', 'before an answer', 'in the middle of a page'])(
    'is given up %s',
    async (when) => {
      const cancel = new AbortController()
      if (when === 'before it begins') cancel.abort()
      const endless: Answering = (socket) => {
        setImmediate(() => cancel.abort())
        if (when === 'in the middle of a page') flood(socket, 'HTTP/1.1 200 OK\r\n\r\n'.padEnd(100, 'a'))
      }
      const news = await site({ '/': endless })
      expect((await failure(at(news), { signal: cancel.signal })).fault).toBe('cancelled')
    },
  )
})
