import { afterAll, expect, test } from 'vitest'
import { system, visitor } from '#lib/auth/viewer.ts'
import { CaptureInput } from '#lib/captures/input.ts'
import { getCapture } from '#lib/captures/read.ts'
import { runCapture } from '#lib/captures/run.ts'
import { keepAsSnapshot, rereadSnapshot, startCapture } from '#lib/captures/write.ts'
import { db } from '#lib/database/client.ts'
import { Invalid } from '#lib/errors.ts'
import { findFinding, listChangedPages } from '#lib/live-checks/read.ts'
import { archiveLiveCheck } from '#lib/live-checks/write.ts'
import { makeExcerpt } from '#testing/make.ts'
import { newsPage } from '#testing/site.ts'
import { makeSnapshot } from '#testing/snapshots.ts'
import { adapters, before, exact, openWatched, title } from '#testing/watched.ts'

const { site, archived } = await openWatched()
afterAll(() => site.close())

test('once what the page says now is archived, the check is answered', async () => {
  const { check, path, articleId, analyst } = await archived()
  site.pages[path] = newsPage({
    title,
    paragraphs: [before, exact, 'A second meeting was held in the autumn, in the town hall of the old port.'],
  })
  expect((await check())?.outcomes.map(({ outcome }) => outcome)).toEqual(['stands'])
  const begun = await startCapture(
    analyst,
    CaptureInput.parse({ way: 'address', address: `${site.origin}${path}`, articleId }),
  )
  const id = 'captureId' in begun ? begun.captureId : ''
  await runCapture(system, id, adapters)
  await keepAsSnapshot(analyst, { id })
  expect(await findFinding(analyst, articleId)).toBeNull()
  expect((await listChangedPages(analyst)).map((each) => each.id)).not.toContain(articleId)
})

test('what a check saw can be archived after the page is gone, under the day it was seen', async () => {
  const { check, path, articleId, snapshotId, analyst } = await archived()
  site.pages[path] = newsPage({
    title,
    paragraphs: [before, 'The meeting ended without any result, he said.'],
  })
  const changed = await check()
  delete site.pages[path]
  const gone = await check()
  expect(gone).toMatchObject({ finding: { found: { outcome: 'GONE' } }, seen: { id: changed?.seen?.id } })
  const id = await archiveLiveCheck(analyst, { id: gone?.seen?.id ?? '' })
  await runCapture(system, id, adapters)
  const kept = await keepAsSnapshot(analyst, { id })
  expect(kept.snapshotId).not.toBe(snapshotId)
  const snapshot = await db.snapshot.findUniqueOrThrow({ where: { id: kept.snapshotId } })
  expect(snapshot).toMatchObject({ takenAt: changed?.seen?.at, method: 'ADDRESS', text: changed?.seen?.text })
  expect(snapshot.finalAddress).toBe(`${site.origin}${path}`)
  const now = await findFinding(visitor, articleId)
  expect(now).toMatchObject({ found: { outcome: 'GONE' } })
})

test('a page that went back to its first words can be archived again', async () => {
  const { check, path, articleId, snapshotId, analyst } = await archived()
  const first = site.pages[path] ?? ''
  await makeSnapshot(analyst, { articleId, text: 'For a day the page said something else altogether.' })
  site.pages[path] = first
  const id = await archiveLiveCheck(analyst, { id: (await check())?.seen?.id ?? '' })
  await runCapture(system, id, adapters)
  expect((await keepAsSnapshot(analyst, { id })).snapshotId).not.toBe(snapshotId)
  expect(await findFinding(visitor, articleId)).toBeNull()
})

test('bytes archived before are read again as a capture of their own, and pasted ones are not', async () => {
  const { analyst, snapshotId } = await archived()
  const id = await rereadSnapshot(analyst, { id: snapshotId })
  await runCapture(system, id, adapters)
  expect(await getCapture(analyst, id)).toMatchObject({
    state: 'ready',
    method: 'REREAD',
    address: expect.stringContaining(site.origin),
    known: { newest: { id: snapshotId } },
  })
  const pasted = await makeExcerpt(analyst)
  await expect(rereadSnapshot(analyst, { id: pasted.snapshotId })).rejects.toThrow(Invalid)
})
