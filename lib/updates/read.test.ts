import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { ActInput } from '#lib/review/input.ts'
import { getDraft, listOwnDrafts, listQueue } from '#lib/review/read.ts'
import { submitDraft } from '#lib/review/write.ts'
import { sourceChoices } from '#lib/updates/choices.ts'
import { findUpdate, getUpdate, statusBefore } from '#lib/updates/read.ts'
import { listStale } from '#lib/updates/stale.ts'
import {
  keepClaim,
  makeCommitment,
  makeDraft,
  makeExcerpt,
  makeMember,
  makePublished,
} from '#testing/make.ts'

test('a draft is known to its author and the reviewers only', async () => {
  const { id, author, claim } = await makeDraft()
  for (const viewer of [author, await makeMember('REVIEWER')])
    expect((await getDraft(viewer, id)).sheet?.headline).toEqual(claim.headline)
  await expect(getDraft(await makeMember('ANALYST'), id)).rejects.toThrow('no such draft')
  for (const viewer of [visitor, author]) {
    expect(await findUpdate(viewer, id)).toBeNull()
    await expect(getUpdate(viewer, id)).rejects.toThrow('no such update')
  }
})

test('a published update shows its quote in context', async () => {
  const { id } = await makePublished()
  const update = await getUpdate(visitor, id)
  expect(update.evidence[0]?.excerpt).toMatchObject({
    before: 'On Monday it rained. ',
    exact: 'The two sides met.',
    after: ' They had tea.',
  })
})

test('what is submitted waits for every reviewer but its author, and for no analyst', async () => {
  const author = await makeMember('REVIEWER')
  const { id } = await makeDraft({ author })
  await submitDraft(author, ActInput.parse({ id, version: 1 }))
  const isListed = async (role: 'ANALYST' | 'REVIEWER') =>
    (await listQueue(await makeMember(role))).items.some((each) => each.id === id)
  expect([await isListed('REVIEWER'), await isListed('ANALYST')]).toEqual([true, false])
  expect((await listQueue(author)).items.map((each) => each.id)).not.toContain(id)
  expect((await listOwnDrafts(author)).map((each) => each.id)).toEqual([id])
})

test('the status before is the one in force on that day, this update apart', async () => {
  const { id, commitmentId } = await makePublished({ occurred: '2024-03-01', status: 'STALLED' })
  const at = (on: string, besides: string[] = []) =>
    statusBefore(visitor, { commitmentId, partyId: null, on, besides })
  expect(await at('2024-02-28')).toBeNull()
  expect(await at('2024-03-01')).toBe('STALLED')
  expect(await at('2024-03-01', [id])).toBeNull()
})

test('silence counts from the last news, and only past the review interval', async () => {
  const { ref, author } = await makePublished({ occurred: '2024-01-10' }).then(async (made) => ({
    ...made,
    ref: (await getUpdate(visitor, made.id)).commitment.ref,
  }))
  // Known now, asked at noon of a day: the update itself was published later than either, so only madeOn counts.
  const silent = async (now: string) =>
    (await listStale(author, new Date(now), 500)).rows.find((each) => each.ref === ref)
  expect(await silent('2024-02-13T12:00:00Z')).toBeUndefined()
  expect(await silent('2024-02-14T12:00:00Z')).toMatchObject({ lastOn: '2023-11-15', days: 91 })
  expect((await listStale(author, undefined, 500)).rows.find((each) => each.ref === ref)?.lastOn).toBe(
    '2024-01-10',
  )
})

test('a form sent again goes on with the draft that it made, and a submit without proof saves nothing', async () => {
  const { author, claim } = await makeDraft()
  const form = { ...claim, requestKey: crypto.randomUUID() }
  const keep = (change: object) => keepClaim(author, form, change)
  const first = await keep({})
  expect(await keep({ headline: { en: 'Said better' }, act: 'save' })).toEqual({ id: first.id, version: 2 })
  expect((await getDraft(author, first.id)).sheet?.headline).toEqual({ en: 'Said better' })
  await expect(keep({ evidence: [], act: 'submit' })).rejects.toThrow('No status without proof')
  await keep({ draftId: first.id, draftVersion: 2, act: 'submit' })
  expect((await getDraft(author, first.id)).state).toBe('SUBMITTED')
  expect((await keep({ act: 'submit' })).id).toBe(first.id)
})

test('a list of silent commitments that is cut short still says how many there are', async () => {
  const { reviewer } = await makeCommitment({ madeOn: '2020-01-01' })
  await makeCommitment({ madeOn: '2020-01-01' })
  const { rows, count } = await listStale(reviewer, new Date(), 1)
  expect(rows).toHaveLength(1)
  expect(count).toBeGreaterThan(1)
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
