import { afterAll, beforeAll, expect, test } from 'vitest'
import { unscopedOriginalBytes } from '#lib/articles/originals.ts'
import { system } from '#lib/auth/viewer.ts'
import { CaptureInput, KeepInput } from '#lib/captures/input.ts'
import { getCapture, listCaptures } from '#lib/captures/read.ts'
import { runCapture } from '#lib/captures/run.ts'
import {
  cancelCapture,
  discardCapture,
  keepAsSnapshot,
  keepCapture,
  retryCapture,
  startCapture,
} from '#lib/captures/write.ts'
import { db } from '#lib/database/client.ts'
import { Conflict, NotAllowed, NotFound } from '#lib/errors.ts'
import { makeMember } from '#testing/make.ts'
import { newsPage, openSite } from '#testing/site.ts'
import { adapters } from '#testing/watched.ts'

const paragraphs = [
  'Officials of both sides met in Geneva on Tuesday and spoke for four hours about what had been promised.',
  'They launched a working group on harbour lights, and said that it would meet every three months from now on.',
]
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite({})
})
afterAll(() => site.close())

let pages = 0
/** Puts a page of its own on the site, begins a capture of it as a new analyst, and lets the worker have it. */
async function captured(page: string | null = newsPage({ title: 'Talks on harbour lights', paragraphs })) {
  const analyst = await makeMember('ANALYST')
  const path = `/story-${pages++}`
  if (page !== null) site.pages[path] = page
  const input = CaptureInput.parse({ way: 'address', address: `${site.origin}${path}` })
  const begun = await startCapture(analyst, input)
  const id = 'captureId' in begun ? begun.captureId : ''
  return {
    analyst,
    id,
    path,
    input,
    run: () => runCapture(system, id, adapters),
    see: () => getCapture(analyst, id),
  }
}

test('an address is fetched, read and left for a person to check, with where each fact came from', async () => {
  const { id, run, see, path } = await captured()
  expect((await see()).state).toBe('waiting')
  await run()
  const capture = await see()
  expect(capture.state).toBe('ready')
  expect(capture.values).toMatchObject({
    title: 'Talks on harbour lights',
    published: '2024-05-14',
    publisher: 'The Harbour Post',
    language: 'en',
    kind: 'NEWS',
    address: `${site.origin}${path}`,
  })
  expect(capture.origins).toMatchObject({ title: expect.any(String), published: 'JSON-LD' })
  expect(capture.reading?.text).toContain(paragraphs[1])
  expect(capture.reading?.text).not.toContain('Imprint')
  expect(await db.article.count({ where: { captures: { some: { id } } } })).toBe(0)
})

test('what is kept is a snapshot with the bytes, the answer that brought them and the ranking queued', async () => {
  const { analyst, id, run, see, path } = await captured()
  await run()
  const { values } = await see()
  const input = KeepInput.parse({ ...values, title: 'A better title', id })
  const [first, second] = await Promise.all([keepCapture(analyst, input), keepCapture(analyst, input)])
  expect(second).toEqual(first)
  const snapshot = await db.snapshot.findUniqueOrThrow({
    where: { id: first.snapshotId },
    include: { article: true },
  })
  expect(snapshot.article.title).toBe('A better title')
  expect(snapshot.finalAddress).toBe(`${site.origin}${path}`)
  expect(snapshot.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' })
  expect(new TextDecoder().decode(await unscopedOriginalBytes(snapshot.bytesSha256))).toBe(site.pages[path])
  expect((await see()).state).toBe('kept')
  const jobs = await db.$queryRaw<
    { key: string }[]
  >`SELECT key FROM graphile_worker.jobs WHERE key = ${`rank:${first.snapshotId}`}`
  expect(jobs).toHaveLength(1)
})

test('an address that is recorded opens the record, and a newer snapshot of it leaves the earlier one', async () => {
  const { analyst, id, run, see, path, input } = await captured()
  await run()
  const { articleId } = await keepCapture(analyst, KeepInput.parse({ ...(await see()).values, id }))
  expect(await startCapture(analyst, input)).toEqual({ articleId })
  expect(
    await startCapture(
      analyst,
      CaptureInput.parse({ way: 'address', address: `${input.address}/?utm_source=x` }),
    ),
  ).toEqual({ articleId })

  site.pages[path] = newsPage({
    title: 'Talks on harbour lights',
    paragraphs: [
      ...paragraphs,
      'The group has since met for the first time, in the town hall of the old port.',
    ],
  })
  const again = await startCapture(analyst, CaptureInput.parse({ ...input, articleId }))
  const captureId = 'captureId' in again ? again.captureId : ''
  await runCapture(system, captureId, adapters)
  expect((await getCapture(analyst, captureId)).known).toMatchObject({ id: articleId })
  await keepAsSnapshot(analyst, { id: captureId })
  expect(await db.snapshot.count({ where: { articleId } })).toBe(2)
})

test('what fails says why, keeps nothing, and can be tried again', async () => {
  const { analyst, id, run, see, path } = await captured(null)
  await run()
  const failed = await see()
  expect(failed).toMatchObject({
    state: 'failed',
    fault: 'status-404',
    sentence: 'The site says that there is no page at this address.',
  })
  await expect(keepCapture(analyst, KeepInput.parse({ ...failed.values, title: 'x', id }))).rejects.toThrow(
    Conflict,
  )
  site.pages[path] = newsPage({ title: 'Late', paragraphs })
  await retryCapture(analyst, { id })
  await run()
  expect((await see()).state).toBe('ready')
})

test('a capture that is cancelled while the site dawdles stops within a second, and stays cancelled', async () => {
  const { analyst, id, run, see, path } = await captured(null)
  const { promise: asked, resolve } = Promise.withResolvers<void>()
  site.pages[path] = () => resolve()
  const running = run()
  await asked
  const since = performance.now()
  await cancelCapture(analyst, { id })
  await running
  expect(performance.now() - since).toBeLessThan(1_500)
  expect((await see()).state).toBe('cancelled')
  await expect(cancelCapture(analyst, { id })).rejects.toThrow(NotAllowed)
})

test('the worker killed after the fetch starts again from the first step', async () => {
  const { id, run, see } = await captured()
  await db.capture.update({ where: { id }, data: { fetchingAt: new Date(), readingAt: new Date() } })
  await run()
  expect((await see()).state).toBe('ready')
})

test('a file and a pasted text go the same way, and what is thrown away leaves nothing', async () => {
  const analyst = await makeMember('ANALYST')
  const page = newsPage({ title: 'From a file', paragraphs })
  for (const given of [
    { way: 'file', file: new File([page], 'story.html') },
    { way: 'paste', text: paragraphs.join('\n\n'), title: 'Pasted' },
  ]) {
    const begun = await startCapture(analyst, CaptureInput.parse(given))
    const id = 'captureId' in begun ? begun.captureId : ''
    await runCapture(system, id, adapters)
    const capture = await getCapture(analyst, id)
    expect(capture.state).toBe('ready')
    expect(capture.reading?.text).toContain(paragraphs[0])
    const { originalSha256 } = await db.capture.findUniqueOrThrow({ where: { id } })
    await discardCapture(analyst, { id })
    expect(await db.original.count({ where: { sha256: originalSha256 ?? '' } })).toBe(0)
    await expect(getCapture(analyst, id)).rejects.toThrow(NotFound)
  }
})

test('a file that is not what its name says ends in a sentence', async () => {
  const analyst = await makeMember('ANALYST')
  for (const [name, body] of [
    ['readout.html', '%PDF-1.7 and more'],
    ['readout.pdf', newsPage({ title: 'A page', paragraphs })],
    ['readout.txt', 'PK\u0003\u0004\0\0'],
  ] as const) {
    const begun = await startCapture(
      analyst,
      CaptureInput.parse({ way: 'file', file: new File([body], name) }),
    )
    const id = 'captureId' in begun ? begun.captureId : ''
    await runCapture(system, id, adapters)
    expect([name, (await getCapture(analyst, id)).fault]).toEqual([name, 'file-lies'])
  }
})

test('the same form sent twice is one capture', async () => {
  const analyst = await makeMember('ANALYST')
  const input = CaptureInput.parse({ way: 'paste', text: 'Twice.', requestKey: 'twice-and-again' })
  const [first, second] = await Promise.all([startCapture(analyst, input), startCapture(analyst, input)])
  expect(second).toEqual(first)
})

test('visitors neither capture nor see captures, and nobody keeps what still runs', async () => {
  const { id } = await captured()
  await expect(getCapture({ kind: 'visitor' }, id)).rejects.toThrow(NotAllowed)
  await expect(listCaptures({ kind: 'visitor' })).rejects.toThrow(NotAllowed)
  await expect(runCapture({ kind: 'visitor' }, id, adapters)).rejects.toThrow(NotAllowed)
  const analyst = await makeMember('ANALYST')
  await expect(keepAsSnapshot(analyst, { id })).rejects.toThrow(NotFound)
})
