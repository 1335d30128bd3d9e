import { expect, test } from 'vitest'
import { ActivityFilter } from '#lib/activity/input.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { listActivity, walkActivity } from '#lib/activity/read.ts'
import { db } from '#lib/database/client.ts'
import { makeMember } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'

test('what was noted is found by person, on either side of the act, by kind and by day', async () => {
  const [admin, ben] = [await makeMember('ADMIN'), await makeMember()]
  await unscopedNote(db, admin, 'ROLE_CHANGED', { id: ben.id, words: 'analyst → reviewer' })
  await unscopedNote(db, ben, 'SIGNED_OUT')
  const list = async (asked: object) =>
    (await listActivity(admin, ActivityFilter.parse(asked), 1)).rows.map((row) => row.kind)
  expect(await list({ person: ben.id })).toEqual(['SIGNED_OUT', 'ROLE_CHANGED'])
  expect(await list({ person: admin.id })).toEqual(['ROLE_CHANGED'])
  expect(await list({ person: ben.id, kind: 'SIGNED_OUT' })).toEqual(['SIGNED_OUT'])
  const today = new Date().toISOString().slice(0, 10)
  expect(await list({ person: ben.id, from: today, to: today })).toHaveLength(2)
  expect(await list({ person: ben.id, to: '2020-01-01' })).toEqual([])
})

test('notes are neither changed nor removed, by whatever hand', async () => {
  const admin = await makeMember('ADMIN')
  await unscopedNote(db, admin, 'EXPORTED')
  await expect(db.activity.deleteMany({})).rejects.toThrow('permission denied')
  await expect(owned(`UPDATE "Activity" SET kind = 'SIGNED_IN'`)).rejects.toThrow('append-only')
  await expect(owned(`DELETE FROM "Activity"`)).rejects.toThrow('append-only')
  await expect(owned(`TRUNCATE "Activity"`)).rejects.toThrow('append-only')
})

test('a long list is walked to its end, each note once', async () => {
  const admin = await makeMember('ADMIN')
  const at = new Date()
  await db.activity.createMany({
    data: Array.from({ length: 2_100 }, () => ({ kind: 'CAPTURED', byId: 'many', at })),
  })
  const seen = new Set<string>()
  for await (const { id } of walkActivity(admin, ActivityFilter.parse({ person: 'many' }))) seen.add(id)
  expect(seen.size).toBe(2_100)
})

test('only administrators read what people did', async () => {
  const filter = ActivityFilter.parse({})
  await expect(listActivity(await makeMember('REVIEWER'), filter, 1)).rejects.toThrow('does not allow')
  await expect(walkActivity(await makeMember(), filter).next()).rejects.toThrow('does not allow')
})

test('a filter that cannot be is refused in words', () => {
  expect(ActivityFilter.safeParse({ from: '2026-02-30' }).error?.issues[0]?.message).toContain(
    'like 2026-11-30',
  )
  expect(ActivityFilter.safeParse({ kind: 'toString' }).success).toBe(false)
})
