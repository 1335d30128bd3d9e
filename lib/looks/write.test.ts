import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOrPrivate } from '#lib/articles/addresses.ts'
import { fetchPage } from '#lib/articles/fetch.ts'
import { forgetManners } from '#lib/articles/manners.ts'
import { originalBytes } from '#lib/articles/originals.ts'
import { readBytes } from '#lib/articles/reader.ts'
import { system } from '#lib/auth/viewer.ts'
import { CaptureInput, KeepInput } from '#lib/captures/input.ts'
import { getCapture } from '#lib/captures/read.ts'
import { runCapture } from '#lib/captures/run.ts'
import { keepAsSnapshot, keepCapture, rereadSnapshot, startCapture } from '#lib/captures/write.ts'
import { db } from '#lib/db.ts'
import { Invalid, NotAllowed } from '#lib/errors.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { findLastLook, getLook, listStriking } from '#lib/looks/read.ts'
import { lookAt } from '#lib/looks/run.ts'
import { askLook, queueDueLooks } from '#lib/looks/write.ts'
import { makeExcerpt, makeMember, makePublished } from '#lib/testing/make.ts'
import { newsPage, openSite } from '#lib/testing/site.ts'

const exact =
  'They launched a working group on harbour lights, and said that it would meet every three months from now on.'
const before =
  'Officials of both sides met in Geneva on Tuesday and spoke for four hours about what had been promised.'
const title = 'Talks on harbour lights'
const outside = { reach: openOrPrivate, resolve: async () => ['127.0.0.1'] }
const doors = {
  fetchPage: (address: string, options: { signal?: AbortSignal } = {}) =>
    fetchPage(address, { ...options, outside }),
  readBytes,
}
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite({})
})
afterAll(() => site.close())

let pages = 0
/** An article captured from a page of its own, with one excerpt. */
async function archived() {
  forgetManners()
  const path = `/story-${pages++}`
  site.pages[path] = newsPage({ title, paragraphs: [before, exact] })
  const analyst = await makeMember('ANALYST')
  const input = CaptureInput.parse({ way: 'address', address: `${site.origin}${path}` })
  const begun = await startCapture(analyst, input)
  const id = 'captureId' in begun ? begun.captureId : ''
  await runCapture(system, id, doors)
  const { values } = await getCapture(analyst, id)
  const { articleId, snapshotId } = await keepCapture(analyst, KeepInput.parse({ ...values, id }))
  await quoteExcerpt(analyst, ExcerptInput.parse({ snapshotId, exact }))
  const look = async () => {
    await lookAt(system, articleId, doors)
    return (await getLook(analyst, articleId)).look
  }
  return { analyst, path, articleId, snapshotId, look }
}

test('an unchanged page is found to say the same, and nothing of it is kept twice', async () => {
  const { look } = await archived()
  expect(await look()).toMatchObject({ outcome: 'SAME', text: null, fates: [] })
})

test('a changed page is kept with its bytes, and says what became of the excerpt; the snapshot stays', async () => {
  const { look, path, articleId, snapshotId, analyst } = await archived()
  const text = (await db.snapshot.findUniqueOrThrow({ where: { id: snapshotId } })).text
  site.pages[path] = newsPage({
    title,
    paragraphs: [before, 'The meeting ended without a result, and nobody said when there would be another.'],
  })
  const seen = await look()
  expect(seen).toMatchObject({ outcome: 'CHANGED' })
  expect(seen?.fates.map(({ fate }) => fate)).not.toContain('stands')
  const kept = await db.look.findFirstOrThrow({ where: { articleId } })
  expect(new TextDecoder().decode(await originalBytes(kept.originalSha256 ?? ''))).toBe(site.pages[path])
  expect((await db.snapshot.findUniqueOrThrow({ where: { id: snapshotId } })).text).toBe(text)
  expect((await listStriking(analyst)).map(({ article }) => article.id)).toContain(articleId)
})

test('a page that is gone, walled or broken is said to be so', async () => {
  const { look, path } = await archived()
  delete site.pages[path]
  expect(await look()).toMatchObject({
    outcome: 'GONE',
    sentence: 'The site says that there is no page at this address.',
  })
  site.pages[path] = (_req, res) => void res.writeHead(403).end()
  expect((await look())?.outcome).toBe('WALLED')
  site.pages[path] = newsPage({
    title,
    paragraphs: ['Only our subscribers can read this part.'],
  })
  expect((await look())?.outcome).toBe('WALLED')
  site.pages[path] = (_req, res) => void res.writeHead(500).end()
  expect((await look())?.outcome).toBe('FAILED')
})

test('once what the page says now is archived, the look is answered', async () => {
  const { look, path, articleId, analyst } = await archived()
  site.pages[path] = newsPage({
    title,
    paragraphs: [before, exact, 'A second meeting was held in the autumn, in the town hall of the old port.'],
  })
  expect((await look())?.fates.map(({ fate }) => fate)).toEqual(['stands'])
  const begun = await startCapture(
    analyst,
    CaptureInput.parse({ way: 'address', address: `${site.origin}${path}`, articleId }),
  )
  const id = 'captureId' in begun ? begun.captureId : ''
  await runCapture(system, id, doors)
  await keepAsSnapshot(analyst, { id })
  expect(await findLastLook(analyst, articleId)).toBeNull()
  expect((await listStriking(analyst)).map(({ article }) => article.id)).not.toContain(articleId)
})

test('bytes archived before are read again as a capture of their own, and pasted ones are not', async () => {
  const { analyst, snapshotId } = await archived()
  const id = await rereadSnapshot(analyst, { id: snapshotId })
  await runCapture(system, id, doors)
  expect(await getCapture(analyst, id)).toMatchObject({
    state: 'ready',
    method: 'REREAD',
    known: { newest: { id: snapshotId } },
  })
  const pasted = await makeExcerpt(analyst)
  await expect(rereadSnapshot(analyst, { id: pasted.snapshotId })).rejects.toThrow(Invalid)
})

test('pages on which published evidence rests are queued when they are due, and no others', async () => {
  const { excerptId } = await makePublished({})
  const excerpt = await db.excerpt.findUniqueOrThrow({
    where: { id: excerptId },
    select: { snapshot: { select: { articleId: true } } },
  })
  const { articleId } = excerpt.snapshot
  await db.article.update({ where: { id: articleId }, data: { address: `${site.origin}/published` } })
  const quiet = await archived()
  const queued = async (id: string) =>
    (await db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`look:${id}`}`).length
  await queueDueLooks(system)
  expect(await queued(articleId)).toBe(0)
  await queueDueLooks(system, new Date(Date.now() + 2 * 3_600_000))
  expect([await queued(articleId), await queued(quiet.articleId)]).toEqual([1, 0])
})

test('only members ask for looks, and only the product itself looks', async () => {
  const { articleId, analyst } = await archived()
  const nobody = { ...analyst, role: 'NONE' as 'ANALYST' }
  await expect(askLook(nobody, { id: articleId })).rejects.toThrow(NotAllowed)
  await expect(lookAt(analyst, articleId, doors)).rejects.toThrow(NotAllowed)
  await expect(getLook({ kind: 'visitor' }, articleId)).rejects.toThrow(NotAllowed)
  await askLook(analyst, { id: articleId })
  expect((await getLook(analyst, articleId)).isRunning).toBe(true)
})
