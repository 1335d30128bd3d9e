import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isOpen } from '#engines/fetching/addresses.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { fetchPage } from '#engines/fetching/fetch.ts'
import type { Outside } from '#engines/fetching/outside.ts'
import { forgetPoliteness } from '#engines/fetching/politeness.ts'
import { honest, hostile, machines } from './addresses.ts'
import { type Answering, openSite, page, redirect, type Site } from './site.ts'

// The only machine of this computer that counts as the open web; none of the hostile addresses is its own.
const newsroom = '127.9.9.9'
const name = 'newsroom.example'

const answers: Record<string, Answering> = { '/': page('<p>Hello.') }
let news: Site
let resolved: string[] = []

const outside = (found: (name: string) => string[] = () => ['10.0.0.1']): Outside => ({
  reach: {
    mayReach: (machine) => machine === newsroom || isOpen(machine),
    mayUsePort: (port) => ['', '80', '443', '8080', '8443', String(news.port)].includes(port),
  },
  resolve: async (asked) => {
    resolved.push(asked)
    return asked === name ? [newsroom] : found(asked)
  },
  userAgent: 'Followthrough/lab',
})

async function faultOf(address: string, world: Outside): Promise<string> {
  const limits = { connectMs: 500, totalMs: 2_000 }
  return fetchPage(address, { outside: world, limits }).then(
    ({ address: final }) => `took ${final}`,
    (error) => (error instanceof CaptureFailure ? error.fault : `not a failure of a capture: ${error}`),
  )
}

const all = Object.values(hostile).flat()

beforeAll(async () => {
  news = await openSite(answers, newsroom)
})
beforeEach(() => {
  forgetPoliteness()
  resolved = []
})
afterAll(() => news.close())

describe(`${all.length} hostile addresses`, () => {
  test('are refused at the door, without so much as a question to a resolver', async () => {
    for (const address of all)
      expect([address, await faultOf(address, outside())]).toEqual([address, 'address-refused'])
    expect(resolved).toEqual([])
  })

  test('are refused where a page points to them', async () => {
    const leaks: [string, string][] = []
    for (const address of all) {
      // What would break the line of the header cannot be sent, and what a server would send is its bytes.
      if (/[\p{Cc}\p{Cs}]/u.test(address)) continue
      answers['/away'] = redirect(address)
      const fault = await faultOf(`http://${name}:${news.port}/away`, outside())
      // Beside a page, an address without a machine of its own is one of the same site.
      const isOwn = fault === 'status-404' && new URL(address, news.origin).host === new URL(news.origin).host
      if (!isOwn && !['address-refused', 'bad-answer'].includes(fault)) leaks.push([address, fault])
    }
    expect(leaks).toEqual([])
    // An address without its scheme, or with a space at its end, is an honest one in a header.
    expect(new Set(resolved)).toEqual(new Set([name, 'news.example.com']))
  })

  test('are refused where the rules of a site are said to be there', async () => {
    const leaks: [string, string][] = []
    for (const address of all.filter((each) => /^https?:\/\/[^/\\\s\p{Cc}]+\/[^\s\p{Cc}]*$/u.test(each))) {
      forgetPoliteness()
      answers['/robots.txt'] = redirect(address)
      const fault = await faultOf(`http://${name}:${news.port}/`, outside())
      if (fault !== 'address-refused') leaks.push([address, fault])
    }
    delete answers['/robots.txt']
    expect(leaks).toEqual([])
  })

  test('are refused behind a name that stands for one of them', async () => {
    for (const machine of machines.closed)
      for (const found of [[machine], [machine, newsroom], [newsroom, machine]]) {
        const fault = await faultOf(
          'http://moved.example/',
          outside(() => found),
        )
        expect([found, fault]).toEqual([found, 'address-refused'])
      }
  })
})

test(`${honest.length} honest addresses that look odd all lead to their page`, async () => {
  for (const [address] of honest.filter(([each]) => !/^http:\/\/[[\d]/.test(each))) {
    const { hostname, pathname, search } = new URL(address)
    answers[pathname] = page(`<p>${address}`)
    const local = `http://${hostname}:${news.port}${pathname}${search}`
    const { bytes } = await fetchPage(local, { outside: outside(() => [newsroom]) })
    expect(new TextDecoder().decode(bytes)).toBe(`<p>${address}`)
  }
})
