import { afterAll, expect, test } from 'vitest'
import { unscopedOriginalBytes } from '#lib/articles/originals.ts'
import { system, visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { NotAllowed, NotFound } from '#lib/errors.ts'
import { countChangedPages, findFinding, getLiveCheck, listChangedPages } from '#lib/live-checks/read.ts'
import { runLiveCheck } from '#lib/live-checks/run.ts'
import { archiveLiveCheck, askLiveCheck, queueDueLiveChecks } from '#lib/live-checks/write.ts'
import { makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'
import { newsPage } from '#testing/site.ts'
import { makeSnapshot } from '#testing/snapshots.ts'
import { adapters, before, exact, openWatched, title } from '#testing/watched.ts'

const { site, archived } = await openWatched()
afterAll(() => site.close())

test('an unchanged page is found to say the same, and nothing of it is kept twice', async () => {
  const { check } = await archived()
  expect(await check()).toMatchObject({ finding: { found: { outcome: 'SAME', isOther: false } }, seen: null })
})

test('a changed page is kept with its bytes, and says what became of the excerpt; the snapshot stays', async () => {
  const { check, path, articleId, snapshotId, analyst } = await archived()
  const text = (await db.snapshot.findUniqueOrThrow({ where: { id: snapshotId } })).text
  site.pages[path] = newsPage({
    title,
    paragraphs: [before, 'The meeting ended without a result, and nobody said when there would be another.'],
  })
  const seen = await check()
  expect(seen?.finding.found).toMatchObject({ outcome: 'CHANGED', quotes: 1, held: 0 })
  expect(seen?.outcomes.map(({ outcome }) => outcome)).not.toContain('stands')
  const kept = await db.liveCheck.findFirstOrThrow({ where: { articleId } })
  expect(new TextDecoder().decode(await unscopedOriginalBytes(kept.originalSha256 ?? ''))).toBe(
    site.pages[path],
  )
  expect((await db.snapshot.findUniqueOrThrow({ where: { id: snapshotId } })).text).toBe(text)
  expect((await listChangedPages(analyst)).map((each) => each.id)).toContain(articleId)
})

test('a page that is gone, walled or broken is said to be so', async () => {
  const { check, path } = await archived()
  delete site.pages[path]
  expect(await check()).toMatchObject({
    finding: { found: { outcome: 'GONE' } },
    sentence: 'The site says that there is no page at this address.',
  })
  site.pages[path] = (_req, res) => void res.writeHead(403).end()
  expect((await check())?.finding.found?.outcome).toBe('WALLED')
  site.pages[path] = newsPage({
    title,
    paragraphs: ['Only our subscribers can read this part.'],
  })
  expect((await check())?.finding.found?.outcome).toBe('WALLED')
  site.pages[path] = (_req, res) => void res.writeHead(500).end()
  // What was found before stands: a site that stumbles takes nothing back.
  expect((await check())?.finding).toMatchObject({ found: { outcome: 'WALLED' }, failing: { times: 1 } })
})

test('a site that stumbles hides no change, and one that stays silent comes to the desk', async () => {
  const { check, path, articleId, analyst } = await archived()
  const waits = async () => (await listChangedPages(analyst)).find((each) => each.id === articleId)
  site.pages[path] = (_req, res) => void res.writeHead(500).end()
  for (const times of [1, 2, 3])
    expect((await check())?.finding).toMatchObject({ found: null, failing: { times } })
  expect(await waits()).toBeUndefined()
  await check()
  expect(await waits()).toMatchObject({ finding: { found: null, failing: { times: 4 } } })
  site.pages[path] = newsPage({ title, paragraphs: [before] })
  await check()
  site.pages[path] = (_req, res) => void res.writeHead(500).end()
  await check()
  const finding = { found: { outcome: 'CHANGED', quotes: 1, held: 0 }, failing: { times: 1 } }
  expect(await waits()).toMatchObject({ finding, lost: 1 })
  expect(await findFinding(visitor, articleId)).toMatchObject(finding)
  expect(await countChangedPages(analyst)).toBeGreaterThan(0)
})

test('an excerpt of an older snapshot is watched as long as the newest one holds it', async () => {
  const { check, path, articleId, analyst } = await archived()
  const again = [before, 'A second meeting was held in the autumn, in the town hall of the old port.', exact]
  await makeSnapshot(analyst, { articleId, text: again.join('\n\n') })
  site.pages[path] = newsPage({ title, paragraphs: again })
  expect((await check())?.finding.found).toMatchObject({ outcome: 'SAME', isOther: true, quotes: 1, held: 1 })
  site.pages[path] = newsPage({ title, paragraphs: again.slice(0, 2) })
  const seen = await check()
  expect(seen?.finding.found).toMatchObject({ outcome: 'CHANGED', quotes: 1, held: 0 })
  expect(seen?.outcomes.map(({ outcome }) => outcome)).toEqual(['vanishes'])
})

test('the bytes of one text are kept once, however often the page is looked at', async () => {
  const { check, path, articleId } = await archived()
  for (const advertisement of ['tea', 'coffee']) {
    const page = newsPage({ title, paragraphs: [before] })
    site.pages[path] = page.replace('<body>', `<body><!-- ${advertisement} -->`)
    await check()
  }
  const checks = await db.liveCheck.findMany({
    where: { articleId },
    select: { outcome: true, originalSha256: true },
  })
  expect(checks.map(({ outcome }) => outcome)).toEqual(['CHANGED', 'CHANGED'])
  expect(new Set(checks.map(({ originalSha256 }) => originalSha256)).size).toBe(1)
})

test('what is archived while a check runs answers it', async () => {
  const { path, articleId, analyst } = await archived()
  site.pages[path] = newsPage({ title, paragraphs: [before] })
  const slow = async (address: string) => {
    const fetched = await adapters.fetchPage(address)
    await makeSnapshot(analyst, { articleId, text: before })
    return fetched
  }
  await runLiveCheck(system, articleId, { ...adapters, fetchPage: slow })
  expect(await findFinding(visitor, articleId)).toBeNull()
})

test('pages on which published evidence rests are queued when they are due, and no others', async () => {
  const { excerptId, commitmentId } = await makePublished({})
  const excerpt = await db.excerpt.findUniqueOrThrow({
    where: { id: excerptId },
    select: { snapshot: { select: { articleId: true } } },
  })
  const { articleId } = excerpt.snapshot
  await owned(`UPDATE "Article" SET address = '${site.origin}/published' WHERE id = '${articleId}'`)
  const quiet = await archived()
  const promise = await archived()
  const { id: promisedInId } = await db.excerpt.findFirstOrThrow({
    where: { snapshotId: promise.snapshotId },
    select: { id: true },
  })
  await db.commitment.update({ where: { id: commitmentId }, data: { promisedInId } })
  const queued = async (id: string) =>
    (await db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`live-check:${id}`}`)
      .length
  await queueDueLiveChecks(system)
  expect(await queued(articleId)).toBe(0)
  const later = new Date(Date.now() + 2 * 3_600_000)
  await queueDueLiveChecks(system, later)
  const waiting = [await queued(articleId), await queued(promise.articleId), await queued(quiet.articleId)]
  expect(waiting).toEqual([1, 1, 0])
  await askLiveCheck(quiet.analyst, { id: articleId })
  expect(await queueDueLiveChecks(system, later)).toBe(0)
  expect(await queued(articleId)).toBe(1)
})

test('only members ask for checks, and only the product itself checks', async () => {
  const { articleId, analyst } = await archived()
  const nobody = { ...analyst, role: 'NONE' as 'ANALYST' }
  await expect(askLiveCheck(nobody, { id: articleId })).rejects.toThrow(NotAllowed)
  await expect(archiveLiveCheck(nobody, { id: 'any' })).rejects.toThrow(NotAllowed)
  await expect(archiveLiveCheck(analyst, { id: 'any' })).rejects.toThrow(NotFound)
  await expect(runLiveCheck(analyst, articleId, adapters)).rejects.toThrow(NotAllowed)
  await expect(getLiveCheck(visitor, articleId)).rejects.toThrow(NotAllowed)
  await askLiveCheck(analyst, { id: articleId })
  expect((await getLiveCheck(analyst, articleId)).isRunning).toBe(true)
})
