import { beforeEach, describe, expect, test } from 'vitest'
import { fetchPage } from '#engines/fetching/fetch.ts'
import {
  backOff,
  checkBackOff,
  forgetPoliteness,
  freshRules,
  orAborted,
  rememberRules,
  retryAfterOf,
} from '#engines/fetching/politeness.ts'
import { answer, page, redirect } from '#lab/site.ts'
import { at, failure, outside, site } from '#lab/world.ts'

const now = new Date('2026-03-04T10:00:00Z')
const open = { outside: outside() }

beforeEach(forgetPoliteness)

describe('the rules of a site', () => {
  const rules = (text: string) => answer('200 OK\r\ncontent-type: text/plain', text)
  const url = new URL('https://site.example/closed/page?print=1')

  test.each([
    ['User-agent: *\nDisallow: /closed/', false],
    ['User-agent: *\nDisallow: /', false],
    ['User-agent: followthrough\nDisallow: /closed', false],
    ['\uFEFFUser-agent: Followthrough/1.0\r\nDisallow: /closed', false],
    ['User-agent: *\nDisallow: /*?print', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Followthrough\nDisallow:', true],
    ['User-agent: *\nDisallow: /\nAllow: /closed/page', true],
    ['User-agent: Otherbot\nDisallow: /', true],
    ['User-agent: *\nDisallow: /closed/$', true],
    ['<html>There is no such page.</html>', true],
    ['', true],
  ])('%j', (text, expected) => {
    expect(rememberRules(url, text, now).isAllowed(url.href)).toBe(expected)
  })

  test('are asked for once an hour, and hold for one site', async () => {
    const news = await site({ '/robots.txt': rules('User-agent: *\nDisallow: /closed'), '/': page('a') })
    await fetchPage(at(news), open)
    await fetchPage(at(news), open)
    expect((await failure(at(news, '/closed'))).fault).toBe('robots')
    expect(news.asked).toEqual(['/robots.txt', '/', '/'])
    const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
    expect(freshRules(url, now)).toBeNull()
    rememberRules(url, '', now)
    expect(freshRules(url, minutes(59))).not.toBeNull()
    expect(freshRules(url, minutes(61))).toBeNull()
    expect(freshRules(new URL('http://site.example/'), now)).toBeNull()
  })

  test('hold at every redirect', async () => {
    const other = await site({
      '/robots.txt': rules('User-agent: *\nDisallow: /closed'),
      '/closed': page('a'),
    })
    const news = await site({ '/': redirect(at(other, '/closed', 'other.example')) })
    expect((await failure(at(news))).fault).toBe('robots')
    expect(other.asked).toEqual(['/robots.txt'])
  })

  test('are found through redirects, and are none when they lead nowhere', async () => {
    const news = await site({
      '/robots.txt': redirect('/rules'),
      '/rules': rules('User-agent: *\nDisallow: /'),
      '/': page('a'),
    })
    expect((await failure(at(news))).fault).toBe('robots')
    const lost = await site({ '/robots.txt': redirect('/robots.txt'), '/': page('a') })
    expect((await fetchPage(at(lost), open)).status).toBe(200)
  })

  test.each([401, 403, 404, 410, 418])('are none when asking for them answers %i', async (status) => {
    const news = await site({ '/robots.txt': answer(`${status} No\r\ncontent-length: 0`), '/': page('a') })
    expect((await fetchPage(at(news), open)).status).toBe(200)
  })

  test.each([
    ['500 No', 'status-5xx'],
    ['429 No\r\nretry-after: 60', 'status-429'],
    ['200 OK\r\ncontent-encoding: zstd', 'encoding'],
    ['nonsense', 'bad-answer'],
  ])('stop us when asking for them answers %j', async (head, fault) => {
    const news = await site({ '/robots.txt': answer(`${head}\r\ncontent-length: 0`), '/': page('a') })
    const error = await failure(at(news))
    expect([error.fault, error.detail?.slice(0, 11)]).toEqual([fault, 'robots.txt:'])
    expect(news.asked).toEqual(['/robots.txt'])
  })

  test('that are written to waste time waste little, and are taken as closed', () => {
    const path = 'a'.repeat(2_000)
    const worst = (lines: number) => `User-agent: *\n${`Disallow: /*${path}b\n`.repeat(lines)}`
    const since = performance.now()
    const long = new URL(`https://site.example/${path}`)
    rememberRules(long, worst(24), now).isAllowed(long.href)
    expect(performance.now() - since).toBeLessThan(2_000)
    const other = new URL('https://other.example/')
    expect(rememberRules(other, worst(25), now).isAllowed(other.href)).toBe(false)
  })
})

describe('a site that asks us to wait', () => {
  test.each([
    ['120', 120],
    ['0', 0],
    [' 7 ', 7],
    ['Wed, 04 Mar 2026 10:02:00 GMT', 120],
    ['Wednesday, 04-Mar-26 10:02:00 GMT', 120],
    ['Wed, 04 Mar 2026 09:00:00 GMT', 0],
    ['99999999', 86_400],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['2026', 2_026],
    ['Wed, nonsense', null],
    ['', null],
    [undefined, null],
  ])('by %j is left alone for %j seconds', (header, seconds) => {
    expect(retryAfterOf(header, now)).toBe(seconds)
  })

  test.each([
    [429, 'status-429'],
    [503, 'status-5xx'],
  ])('with %i is not asked again before, and the words stay the same', async (status, fault) => {
    const news = await site({
      '/': answer(`${status} Wait\r\nretry-after: 120\r\ncontent-length: 0`),
      '/b': page('b'),
    })
    const first = await failure(at(news))
    const again = await failure(at(news, '/b'))
    expect([first.fault, first.retryAfter]).toEqual([fault, 120])
    expect(first.detail).toMatch(/^The site asked us to wait until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/)
    expect([again.fault, again.detail]).toEqual([first.fault, first.detail])
    expect(again.retryAfter).toBeGreaterThan(100)
    expect(news.asked).toEqual(['/robots.txt', '/'])
    expect((await fetchPage(at(news, '/b', 'other.example'), open)).status).toBe(200)
  })

  test('may be asked when the time is over', () => {
    backOff('site.example', 'status-429', 60, now)
    expect(() => checkBackOff('site.example', new Date(now.getTime() + 59_000))).toThrow('asked us to wait')
    checkBackOff('site.example', new Date(now.getTime() + 60_000))
    checkBackOff('other.example', now)
  })
})

describe('one request at a time', () => {
  test('goes to a host, and other hosts do not wait for it', async () => {
    let running = 0
    let most = 0
    const { promise: others, resolve: done } = Promise.withResolvers<void>()
    const news = await site({
      '/slow': (socket, request) => {
        most = Math.max(most, ++running)
        others.then(() => {
          running--
          page('a')(socket, request)
        })
      },
      '/': page('b'),
    })
    const slow = [fetchPage(at(news, '/slow'), open), fetchPage(at(news, '/slow'), open)]
    await fetchPage(at(news, '/', 'other.example'), open)
    done()
    await Promise.all(slow)
    expect(most).toBe(1)
  })

  test('lets the next go when one fails or is given up while it waits', async () => {
    const cancel = new AbortController()
    const news = await site({ '/hang': () => undefined, '/': page('a') })
    const hanging = failure(at(news, '/hang'), { limits: { headersMs: 300 } })
    const waiting = failure(at(news), { signal: cancel.signal })
    const next = fetchPage(at(news), open)
    cancel.abort()
    expect((await waiting).fault).toBe('cancelled')
    expect((await hanging).fault).toBe('timeout')
    expect((await next).status).toBe(200)
  })

  test('is not delayed by the time that others took', async () => {
    const news = await site({ '/hang': () => undefined, '/': page('a') })
    const hanging = failure(at(news, '/hang'), { limits: { headersMs: 400 } })
    const next = fetchPage(at(news), { ...open, limits: { totalMs: 300 } })
    expect((await hanging).fault).toBe('timeout')
    expect((await next).status).toBe(200)
  })

  test('that was given up may still fail without harm', async () => {
    const unheard: unknown[] = []
    const hear = (reason: unknown) => unheard.push(reason)
    process.on('unhandledRejection', hear)
    await expect(orAborted(Promise.reject(new Error('late')), AbortSignal.abort('given up'))).rejects.toBe(
      'given up',
    )
    await new Promise(setImmediate)
    process.off('unhandledRejection', hear)
    expect(unheard).toEqual([])
  })
})
