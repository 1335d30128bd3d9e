import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { clocksNow } from '#lib/dates.ts'
import { keptByHead } from '#lib/ledger/kept.ts'
import { getWorld } from '#lib/progress/read.ts'
import { makePublished } from '#lib/testing/make.ts'

const now = () => clocksNow(new Date())

test('an answer is made once while the ledger stands still, however many ask', async () => {
  let made = 0
  const ask = () => keptByHead('count', now(), async () => ++made)
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
  await makePublished()
  expect(await ask()).toBe(2)
})

test('a failure is not kept', async () => {
  const failing = keptByHead('fragile', now(), () => Promise.reject(new Error('away')))
  await expect(failing).rejects.toThrow('away')
  expect(await keptByHead('fragile', now(), async () => 'back')).toBe('back')
})

test('a publication is in the very next answer', async () => {
  const before = (await getWorld(visitor, now())).overall.counts.UNDER_WAY
  await makePublished({ status: 'UNDER_WAY' })
  expect((await getWorld(visitor, now())).overall.counts.UNDER_WAY).toBe(before + 1)
})
