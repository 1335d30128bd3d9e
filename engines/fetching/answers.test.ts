import { beforeEach, describe, expect, test } from 'vitest'
import { fetchPage } from '#engines/fetching/fetch.ts'
import { forgetPoliteness } from '#engines/fetching/politeness.ts'
import { bodies } from '#lab/bodies.ts'
import { answer, page, redirect } from '#lab/site.ts'
import { at, failure, outside, site } from '#lab/world.ts'

beforeEach(forgetPoliteness)

describe('an answer', () => {
  test('after five redirects is taken, after six it is not', async () => {
    const news = await site({
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((hop) => [`/${hop}`, redirect(`/${hop + 1}`)])),
      '/7': page('a'),
    })
    expect((await fetchPage(at(news, '/2'), { outside: outside() })).hops).toHaveLength(5)
    expect((await failure(at(news, '/1'))).fault).toBe('redirects')
  })

  test.each([
    [400, 'status-4xx'],
    [401, 'status-401'],
    [402, 'status-4xx'],
    [403, 'status-403'],
    [404, 'status-404'],
    [410, 'status-410'],
    [429, 'status-429'],
    [451, 'status-4xx'],
    [500, 'status-5xx'],
    [503, 'status-5xx'],
    [304, 'bad-answer'],
    [300, 'bad-answer'],
  ])('of %i is a failure: %s', async (status, fault) => {
    const news = await site({ '/': answer(`${status} So\r\ncontent-length: 0`) })
    expect((await failure(at(news))).fault).toBe(fault)
  })

  const heavy = ['gzip-1-gb', 'br-256-mb'] // these have their own measure
  test.each(bodies.filter(({ isSlow, name }) => !isSlow && !heavy.includes(name)))(
    'that means harm ends in words: $name',
    async ({ name, fault, send, robots }) => {
      const bad = await site({ [`/${name}`]: send, ...(robots && { '/robots.txt': robots }) })
      expect((await failure(at(bad, `/${name}`))).fault).toBe(fault)
    },
  )

  test.each(bodies.filter(({ isSlow }) => isSlow))(
    'that never ends is not waited for: $name',
    async (body) => {
      const limits = { headersMs: 300, idleMs: 300, totalMs: 700 }
      const bad = await site({ '/': body.send, ...(body.robots && { '/robots.txt': body.robots }) })
      const since = performance.now()
      expect((await failure(at(bad), { limits })).fault).toBe(body.fault)
      expect(performance.now() - since).toBeLessThan(1_700)
    },
  )

  test('that comes too slowly is given up long before the end of all patience', async () => {
    const drop = bodies.find(({ name }) => name === 'slow-body')
    const bad = await site({ '/': drop?.send ?? (() => undefined) })
    const error = await failure(at(bad), { limits: { idleMs: 300 } })
    expect([error.fault, error.detail]).toEqual(['slow', expect.stringMatching(/^Only \d+ bytes came/)])
  })
})
