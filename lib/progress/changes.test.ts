import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { addDays, clocksNow, dayOf } from '#lib/dates.ts'
import { listChanges } from '#lib/progress/changes.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makeCommitment, makeDraft, makePublished } from '#testing/make.ts'

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
const asked = (on = today) => ({ ...clocksNow(new Date()), on, isNow: on === today })

test('a week and a month are told apart by the day of what happened, with what stood before', async () => {
  const { commitmentId, ref } = await makeCommitment()
  const publish = (status: 'UNDER_WAY' | 'STALLED' | 'KEPT', occurred: string) =>
    makePublished({ commitmentId, status, occurred })
  await publish('UNDER_WAY', ago(30))
  const month = await publish('STALLED', ago(29))
  const edge = await publish('UNDER_WAY', ago(7))
  const week = await publish('KEPT', ago(6))
  const seen = await listChanges(visitor, asked())
  expect(seen.week).toMatchObject({ since: ago(6), until: today, hasMore: false })
  expect(seen.week.changes).toMatchObject([
    { kind: 'update', id: week.id, ref, status: 'KEPT', before: 'UNDER_WAY' },
  ])
  expect(seen.month).toMatchObject({ since: ago(29), until: ago(7), hasMore: false })
  expect(seen.month.changes.map(({ id, before }) => [id, before])).toEqual([
    [edge.id, 'STALLED'],
    [month.id, 'UNDER_WAY'],
  ])
  const then = await listChanges(visitor, asked(ago(8)))
  expect([then.week.changes.length, then.month.changes.length]).toEqual([0, 2])
})

test('a correction and a withdrawal are changes of the day they were made, however old the update', async () => {
  const { author, reviewer, claim, ...wrong } = await makePublished({ occurred: '2024-01-10' })
  const gone = await makePublished({ commitmentId: wrong.commitmentId, occurred: '2024-02-10' })
  const before = new Date()
  const id = await correctUpdate(author, { id: wrong.id, reason: 'Another day.' })
  await submitDraft(author, { id, version: 1 })
  await publishDraft(reviewer, { id, version: 2 })
  await withdrawUpdate(gone.reviewer, { id: gone.id, reason: 'Not so.' })
  const kinds = async (clocks: Parameters<typeof listChanges>[1]) =>
    (await listChanges(visitor, clocks)).week.changes
      .filter(({ ref }) => ref === wrong.ref)
      .map(({ kind, id, before }) => [kind, id, before])
  expect(await kinds(asked())).toEqual([
    ['withdrawal', gone.id, null],
    ['correction', wrong.id, null],
  ])
  expect(await kinds({ on: today, known: before, isNow: false })).toEqual([])
  expect(await kinds({ ...asked(), on: '2024-01-09', isNow: false })).toEqual([])
})

test('of many changes the newest are listed, and that there are more', async () => {
  const { commitmentId } = await makeCommitment()
  for (let made = 0; made < 8; made++) await makePublished({ commitmentId, occurred: ago(1) })
  const draft = await makeDraft({ commitmentId, occurred: ago(1) })
  const { week } = await listChanges(visitor, asked())
  expect(week.changes).toHaveLength(6)
  expect(week.hasMore).toBe(true)
  expect(week.changes.some(({ id }) => id === draft.id)).toBe(false)
})
