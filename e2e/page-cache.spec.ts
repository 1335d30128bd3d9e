import { connect } from 'node:net'
import type { APIRequestContext } from '@playwright/test'
import fc from 'fast-check'
import { ownServer } from '#e2e/own-server.ts'
import { expect, test as signedIn } from '#e2e/signed-in.ts'
import { system } from '#lib/auth/viewer.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import {
  makeAmendment,
  makeCommitment,
  makeDraft,
  makeExcerpt,
  makeMember,
  makePublished,
} from '#testing/make.ts'
import { RUNS } from '#testing/runs.ts'
import { recordCheck } from '#worker/check-ledger.ts'

const numRuns = 2 * RUNS

type Fresh = { fresh: string }
/** A second server on the same database, which draws every page anew. */
const test = signedIn.extend<object, Fresh>({
  fresh: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const server = await ownServer({ PAGE_CACHE_MB: '0' })
      await use(server.origin)
      await server.discard()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

const acts = ['publish', 'correct', 'withdraw', 'amend', 'quote', 'check'] as const
const clocks = ['', 'on=2024-01-10', 'on=2023-12-31&known=2026-01-01', 'known=2020-01-01']
const step = fc.record({
  act: fc.constantFrom(...acts),
  language: fc.constantFrom('en', 'zh'),
  clock: fc.constantFrom(...clocks),
  pages: fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 2, maxLength: 3 }),
})

type World = Awaited<ReturnType<typeof makeCommitment>> & { live: string[]; articleId: string }

/** One act of another process than the server's. */
async function perform(act: (typeof acts)[number], world: World): Promise<void> {
  const { commitmentId, reviewer, ref, live } = world
  const published = live.at(-1)
  if (act === 'amend') {
    const { id, version } = await makeAmendment(ref)
    await publishDraft(reviewer, { id, version })
  } else if (act === 'quote') {
    world.articleId = (await makeExcerpt(await makeMember('ANALYST'))).articleId
  } else if (act === 'check') {
    await recordCheck(system)
  } else if (act === 'publish' || !published) {
    live.push((await makePublished({ commitmentId })).id)
  } else if (act === 'correct') {
    const author = await makeMember('ANALYST')
    const id = await correctUpdate(author, { id: published, reason: 'The day was wrong.' })
    await submitDraft(author, { id, version: 1 })
    await publishDraft(reviewer, { id, version: 2 })
    live.splice(-1, 1, id)
  } else {
    await withdrawUpdate(reviewer, { id: published, reason: 'It was not so.' })
    live.pop()
  }
}

function addressesOf({ ref, slug, articleId }: World): string[] {
  return [
    '',
    '/commitments',
    `/commitments?q=${ref}`,
    `/commitments/${ref}`,
    `/summits/${slug}`,
    `/summits/${slug}/said`,
    '/ledger',
    '/corrections',
    articleId ? `/articles/${articleId}` : '/methodology',
  ]
}

async function bodyOf(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address)
  return `${answer.status()} ${await answer.text()}`
}

test('after whatever was done in whatever order, a kept page equals a fresh one', async ({
  request,
  fresh,
}) => {
  test.setTimeout(60_000 + numRuns * 60_000)
  const history = fc.array(step, { minLength: 2, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const world: World = { ...(await makeCommitment()), live: [], articleId: '' }
      for (const { act, language, clock, pages } of steps) {
        await perform(act, world)
        for (const at of pages) {
          const path = `/${language}${addressesOf(world)[at] ?? ''}`
          const address = clock ? `${path}${path.includes('?') ? '&' : '?'}${clock}` : path
          // Other journeys publish meanwhile, and another process may be told a moment later.
          await expect(async () => {
            const [kept, anew] = [await bodyOf(request, address), await bodyOf(request, fresh + address)]
            expect(kept).toBe(anew)
            expect(await bodyOf(request, address)).toBe(kept)
          }).toPass({ timeout: 10_000, intervals: [20] })
        }
      }
    }),
    { numRuns },
  )
})

test('what is published here is in the very next answer, and what waits is in none', async ({
  as,
  request,
}) => {
  const { page } = await as('REVIEWER')
  const author = await makeMember('ANALYST')
  const { commitmentId, ref } = await makeCommitment()
  for (let round = 0; round < 3; round++) {
    const { id, claim } = await makeDraft({ commitmentId, author })
    await submitDraft(author, { id, version: 1 })
    await page.goto(`/desk/review/${id}`)
    expect(await bodyOf(request, `/en/commitments/${ref}`)).not.toContain(claim.headline.en)
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.getByRole('button', { name: 'Publish' }).click()
    await answered
    expect(await bodyOf(request, `/en/commitments/${ref}`)).toContain(claim.headline.en)
    // From now on it is kept.
    expect((await request.get(`/en/commitments/${ref}`)).headers().etag).toBeTruthy()
  }
})

test('a member is shown pages that nobody keeps, and a visitor never sees one', async ({ as, request }) => {
  const { ref } = await makePublished()
  const { page } = await as('ANALYST')
  const address = `/en/commitments/${ref}`
  for (let round = 0; round < 2; round++) {
    const own = await page.request.get(address)
    expect(own.headers()['cache-control']).toBe('private, no-store')
    expect(await own.text()).toContain('/desk/updates/new')
    expect(await bodyOf(request, address)).not.toContain('/desk/updates/new')
  }
})

/** What the server says to these very bytes, until it closes. */
async function say(bytes: string, port: number): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port })
  socket.end(bytes)
  return Buffer.concat(await socket.toArray()).toString()
}

test('however oddly it is asked, nobody is given another page than the clean one', async ({
  request,
  baseURL,
}) => {
  const { ref } = await makePublished()
  const path = `/en/commitments/${ref}`
  const port = Number(new URL(baseURL ?? '').port)
  const lines = [
    'Host: evil.example',
    'X-Forwarded-Host: evil.example',
    'RSC: 1',
    'Next-Action: x',
    'Connection: close',
  ]
  const asked = (target: string, more: string[] = []) =>
    say(`GET ${target} HTTP/1.1\r\n${[...lines, ...more].join('\r\n')}\r\n\r\n`, port)
  const odd = [
    `http://evil.example${path}`,
    `//evil.example${path}`,
    `/en//commitments/${ref}`,
    `/en/commitments%2F${ref}`,
    `/en/../en/commitments/${ref}`,
    `/en/desk/..%2fcommitments/${ref}`,
    `${path}/`,
    `${path}?_rsc=evil&x-middleware-subrequest=1&nxtPref=evil`,
    `${path}.rsc`,
    `/EN/commitments/${ref.toLowerCase()}`,
  ]
  for (const target of odd)
    expect([target, await asked(target)]).not.toEqual([target, expect.stringMatching(/^HTTP.1.1 5/)])
  await asked(path, ['Upgrade: websocket', 'Sec-WebSocket-Version: 13'])
  await asked(path, ['Cookie: followthrough.session_token=forged.AAAA'])
  const [clean, anew] = [await bodyOf(request, path), await bodyOf(request, `${path}?on=`)]
  expect(clean).toBe(anew)
  for (const word of ['evil', 'forged', '/desk/updates/new']) expect(clean).not.toContain(word)
  const redirected = await asked('/', ['Accept-Language: zh'])
  expect(redirected).toMatch(/^HTTP.1.1 307/)
  expect(redirected.toLowerCase()).toContain('vary: accept-language')
  expect(redirected).not.toContain('evil')
})
