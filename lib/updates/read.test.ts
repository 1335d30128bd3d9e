import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { makeCommitment, makeDraft, makeExcerpt, makeMember, makePublished } from '#lib/testing/make.ts'
import { listSilent, sourceChoices } from '#lib/updates/choices.ts'
import { findUpdate, getUpdate, listMine, listToReview, statusBefore } from '#lib/updates/read.ts'
import { submitUpdate } from '#lib/updates/write.ts'

test('a draft is there for its author and for reviewers, and for nobody else', async () => {
  const { id, author } = await makeDraft()
  expect((await getUpdate(author, id)).situation).toBe('draft, own')
  expect(await findUpdate(await makeMember('REVIEWER'), id)).not.toBeNull()
  expect(await findUpdate(await makeMember('ANALYST'), id)).toBeNull()
  await expect(getUpdate(visitor, id)).rejects.toThrow('no such update')
})

test('evidence is read with the words around it', async () => {
  const { id } = await makePublished()
  const { evidence } = await getUpdate(visitor, id)
  expect(evidence[0]?.excerpt).toMatchObject({ before: 'On Monday it rained. ', after: ' They had tea.' })
})

test('what waits for review is never one’s own, and no analyst’s business', async () => {
  const reviewer = await makeMember('REVIEWER')
  const { id } = await makeDraft({ author: reviewer })
  await submitUpdate(reviewer, { id, version: 1 })
  const waits = async (role: 'ANALYST' | 'REVIEWER') =>
    (await listToReview(await makeMember(role))).rows.map((each) => each.id)
  expect((await listToReview(reviewer)).rows.map((each) => each.id)).not.toContain(id)
  expect(await waits('REVIEWER')).toContain(id)
  expect((await listToReview(await makeMember('ADMIN'))).count).toBeGreaterThan(0)
  expect(await waits('ANALYST')).toEqual([])
  expect((await listMine(reviewer)).map((each) => each.id)).toEqual([id])
})

test('a search looks through quotes and articles, and keeps what the form has chosen already', async () => {
  const author = await makeMember('ANALYST')
  const one = await makeExcerpt(author, {
    exact: 'The hotline rang.',
    text: 'At noon. The hotline rang. Twice.',
  })
  const other = await makeExcerpt(author)
  const found = await sourceChoices(author, [`excerpt:${other.excerptId}`], 'HOTLINE')
  const values = [`excerpt:${other.excerptId}`, `excerpt:${one.excerptId}`]
  expect(found.excerpts.map((each) => each.value)).toEqual(values)
  expect(found).toMatchObject({ articles: [], count: 1 })
})

test('a commitment is silent from the day after its review interval, counted from its last news', async () => {
  const { commitmentId, ref, reviewer } = await makeCommitment({ madeOn: '2023-11-15', reviewEveryDays: 30 })
  const days = async (at: string) =>
    (await listSilent(reviewer, new Date(`${at}T12:00:00Z`), 1000)).rows.find((each) => each.ref === ref)
      ?.days
  expect(await days('2023-12-15')).toBeUndefined()
  expect(await days('2023-12-16')).toBe(31)
  await makePublished({ commitmentId, occurred: '2024-01-10' })
  const year = new Date().getUTCFullYear() + 1
  expect(await days(`${year}-01-01`)).toBe((Date.UTC(year, 0, 1) - Date.UTC(2024, 0, 10)) / 86_400_000)
})

test('a list of silent commitments that is cut short still says how many there are', async () => {
  const { reviewer } = await makeCommitment({ madeOn: '2020-01-01' })
  await makeCommitment({ madeOn: '2020-01-01' })
  const { rows, count } = await listSilent(reviewer, new Date(), 1)
  expect(rows).toHaveLength(1)
  expect(count).toBeGreaterThan(1)
})

test('the status before an update is the one that stood on its day, without itself', async () => {
  const { id, commitmentId, author } = await makePublished({ status: 'STALLED', occurred: '2024-01-10' })
  const at = { commitmentId, partyId: null, on: '2024-01-10' }
  expect(await statusBefore(author, { ...at, besides: [] })).toBe('STALLED')
  expect(await statusBefore(author, { ...at, besides: [id] })).toBeNull()
  expect(await statusBefore(author, { ...at, on: '2024-01-09', besides: [] })).toBeNull()
})
