import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { makeCommitment, makeExcerpt, makeMember, makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'
import { recordCheck } from '#worker/check-ledger.ts'
import { type ContentVersion, ContentVersionWatch } from './content-version.ts'

let watch: ContentVersionWatch
beforeAll(() => {
  watch = new ContentVersionWatch()
})
afterAll(() => watch.end())

async function confirmed(): Promise<ContentVersion> {
  // A write that ends makes sure that what is known was read after it.
  watch.writing()()
  const version = await watch.confirmed()
  if (!version) throw new Error('the database does not answer')
  return version
}

async function movedBy(work: () => Promise<unknown>): Promise<{ pages: boolean; sources: boolean }> {
  const before = await confirmed()
  await work()
  const after = await confirmed()
  return { pages: before.pages !== after.pages, sources: before.sources !== after.sources }
}

test('everything that public pages show moves the content version, and nothing else does', async () => {
  const published = await makePublished()
  const author = await makeMember('ANALYST')
  const all = { pages: true, sources: true }
  const onlySources = { pages: false, sources: true }
  expect(await movedBy(() => makePublished())).toEqual(all)
  expect(await movedBy(() => makeCommitment())).toEqual(all)
  expect(await movedBy(() => makeExcerpt(author))).toEqual(onlySources)
  expect(await movedBy(() => recordCheck(system))).toEqual(onlySources)
  const look = { articleId: published.articleId, outcome: 'GONE' as const }
  expect(await movedBy(() => db.liveCheck.create({ data: look }))).toEqual(onlySources)
  const checkpoint = { seq: 1, note: 'A note.' }
  expect(await movedBy(() => db.checkpoint.create({ data: checkpoint }))).toEqual(onlySources)
  const retitled = `UPDATE "Article" SET title = 'Another title' WHERE id = '${published.articleId}'`
  expect(await movedBy(() => owned(retitled))).toEqual(all)
  const name = { where: { code: 'US' }, data: { name: { en: 'United States' } } }
  expect(await movedBy(() => db.party.update(name))).toEqual(all)
  const area = { data: { position: 3 } }
  expect(await movedBy(() => db.area.updateMany(area))).toEqual(all)
  const demo = { where: { id: 1 }, data: { demoLoadedAt: new Date() } }
  expect(await movedBy(() => db.installation.update(demo))).toEqual(all)
  expect(await movedBy(() => makeMember())).toEqual({ pages: false, sources: false })
})

test('what was rolled back moves nothing', async () => {
  const fails = () =>
    db.$transaction(async (tx) => {
      await tx.party.create({ data: { code: 'XX', name: { en: 'Nowhere' } } })
      throw new Error('as if it had failed')
    })
  expect(await movedBy(() => fails().catch(() => undefined))).toEqual({ pages: false, sources: false })
})

test('a capture does not wait for another change that is still under way', async () => {
  await db.$transaction(async (tx) => {
    await tx.party.update({ where: { code: 'US' }, data: { name: { en: 'US' } } })
    await makeExcerpt(await makeMember('ANALYST'))
  })
})

test('while something may be written nothing counts as known, and afterwards only what was read after it', async () => {
  await confirmed()
  expect(watch.known()).toBeDefined()
  const written = watch.writing()
  expect(watch.known()).toBeUndefined()
  const before = await watch.confirmed()
  await makePublished()
  const during = await watch.confirmed()
  expect(during?.pages).not.toBe(before?.pages)
  expect(watch.known()).toBeUndefined()
  written()
  expect(watch.known()).toBeUndefined()
  expect((await watch.confirmed())?.pages).toBe(during?.pages)
  expect(watch.known()?.pages).toBe(during?.pages)
})

test('what another process writes is told at once', async () => {
  // The asking every second would hardly find each of five as fast.
  for (let round = 0; round < 5; round++) {
    const before = await confirmed()
    await makePublished()
    await expect.poll(() => watch.known()?.pages, { timeout: 300, interval: 2 }).not.toBe(before.pages)
  }
})

test('what is not told is asked for every second', async () => {
  const before = await confirmed()
  await owned('UPDATE "ContentVersion" SET pages = pages + 1')
  await expect.poll(() => watch.known()?.pages, { timeout: 2_500, interval: 20 }).not.toBe(before.pages)
})

test('a connection that ends is made again, and what was last confirmed is known meanwhile', async () => {
  const before = await confirmed()
  await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'followthrough content version' AND datname = current_database()`
  expect(watch.known()).toEqual(before)
  await makePublished()
  await expect.poll(() => watch.known()?.pages, { timeout: 4_000, interval: 20 }).not.toBe(before.pages)
})

test('without a database nothing is known, nor confirmed', async () => {
  const alone = new ContentVersionWatch('postgres://nobody@127.0.0.1:9/nothing')
  expect(await alone.confirmed()).toBeUndefined()
  expect(alone.known()).toBeUndefined()
  await alone.end()
})
