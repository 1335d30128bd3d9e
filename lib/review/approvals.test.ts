import { expect, test, vi } from 'vitest'
import { db } from '#lib/database/client.ts'
import { changeRole, deactivatePerson } from '#lib/people/write.ts'
import { KeptInput } from '#lib/review/input.ts'
import { recordNoChange } from '#lib/review/no-change.ts'
import { publishDraft, publishTogether } from '#lib/review/publish.ts'
import { getDraft, getReview } from '#lib/review/read.ts'
import { outcomesInWords } from '#lib/review/rules.ts'
import { keepDraft, submitDraft } from '#lib/review/write.ts'
import { NoChangeInput } from '#lib/updates/input.ts'
import type { Status } from '#lib/updates/rules.ts'
import { makeCommitment, makeDraft, makeMember, makePublished } from '#testing/make.ts'

// Before the settings are first read: here two reviewers are asked for what weighs most.
vi.hoisted(() => {
  process.env.SECOND_REVIEWER = '1'
})

async function submitted(status: Status) {
  const made = await makeDraft({ status })
  await submitDraft(made.author, { id: made.id, version: 1 })
  return { ...made, at: { id: made.id, version: 2 } }
}

test('kept and broken need two reviewers, and the same one twice is one', async () => {
  const { at, reviewer } = await submitted('KEPT')
  await publishDraft(reviewer, at)
  await publishDraft(reviewer, at)
  expect((await getDraft(reviewer, at.id)).state).toBe('SUBMITTED')
  expect((await getReview(reviewer, at.id))?.approval?.reviewer.id).toBe(reviewer.id)
  await publishDraft(await makeMember('ADMIN'), at)
  expect((await getDraft(reviewer, at.id)).state).toBe('PUBLISHED')
})

test('an approval counts while who gave it may review, and that of another is recorded beside it', async () => {
  const admin = await makeMember('ADMIN')
  const leave: ((id: string) => Promise<unknown>)[] = [
    (id) => deactivatePerson(admin, { id }),
    (id) => changeRole(admin, { id, role: 'ANALYST', was: 'REVIEWER' }),
  ]
  for (const gone of leave) {
    const { at, reviewer } = await submitted('BROKEN')
    const [two, three] = [await makeMember('REVIEWER'), await makeMember('REVIEWER')]
    const stateNow = async () => (await getDraft(admin, at.id)).state
    await publishDraft(reviewer, at)
    await gone(reviewer.id)
    expect((await getReview(two, at.id))?.approval).toBeNull()
    await publishDraft(two, at)
    expect(await stateNow()).toBe('SUBMITTED')
    expect((await getReview(three, at.id))?.approval?.reviewer.id).toBe(two.id)
    expect(await db.approval.count({ where: { draftId: at.id } })).toBe(2)
    await publishDraft(three, at)
    expect(await stateNow()).toBe('PUBLISHED')
  }
})

test('of several reviewers at once the first approves, one other publishes, and the rest hear of it', async () => {
  const { at, reviewer } = await submitted('KEPT')
  const many = [reviewer, reviewer, await makeMember('REVIEWER'), await makeMember('ADMIN')]
  const done = await Promise.allSettled(many.map((each) => publishDraft(each, at)))
  expect((await getDraft(reviewer, at.id)).state).toBe('PUBLISHED')
  for (const each of done)
    if (each.status === 'rejected') expect(each.reason.message).toMatch('it is published now')
  const { publishedById, approvals } = await db.draft.findUniqueOrThrow({
    where: { id: at.id },
    select: { publishedById: true, approvals: true },
  })
  expect(approvals).toHaveLength(1)
  expect(approvals[0]?.reviewerId).not.toBe(publishedById)
})

test('a merge needs two reviewers, as what it carries may, and who wrote some of that is neither', async () => {
  const writer = await makeMember('REVIEWER')
  const [goes, stays] = [await makeCommitment(), await makeCommitment()]
  await makePublished({ commitmentId: goes.commitmentId, author: writer })
  const form = { kind: 'MERGE', ref: goes.ref, into: stays.ref, reason: 'Recorded twice.', act: 'submit' }
  const { id } = await keepDraft(await makeMember('ANALYST'), KeptInput.parse(form))
  const at = { id, version: 2 }
  await expect(publishDraft(writer, at)).rejects.toThrow('somebody else has to publish this merge')
  await publishDraft(goes.reviewer, at)
  expect(await db.merge.count({ where: { commitmentId: goes.commitmentId } })).toBe(0)
  await expect(publishDraft(writer, at)).rejects.toThrow('somebody else has to publish this merge')
  await publishDraft(stays.reviewer, at)
  expect(await db.merge.count({ where: { commitmentId: goes.commitmentId } })).toBe(1)
})

test('what needs two reviewers is approved together by one, and told apart from what is published', async () => {
  const silent = async (commitmentId: string) => {
    const input = { commitmentId, searched: 'Everywhere.', requestKey: crypto.randomUUID() }
    return recordNoChange(await makeMember('ANALYST'), NoChangeInput.parse(input))
  }
  const kept = await submitted('KEPT')
  const [one, two] = [kept.reviewer, await makeMember('REVIEWER')]
  for (const each of [one, two]) await publishDraft(each, kept.at)
  const weighty = await silent(kept.commitmentId)
  const light = await silent((await makePublished({ status: 'STALLED' })).commitmentId)
  const done = await publishTogether(one, { items: { [weighty.id]: 2, [light.id]: 2, gone: 1 } })
  expect(done.map(({ outcome }) => outcome)).toEqual(['approved', 'published', 'refused'])
  expect(outcomesInWords(done)).toBe(
    '1 published, each with an entry of its own in the ledger. 1 approved: another reviewer publishes it. One was not: There is no such draft.',
  )
  expect((await getDraft(one, weighty.id)).state).toBe('SUBMITTED')
  expect(await publishTogether(two, { items: { [weighty.id]: 2 } })).toMatchObject([{ outcome: 'published' }])
  expect(outcomesInWords([{ id: '', outcome: 'refused', fault: 'Too late.' }])).toBe(
    'Nothing was published. One was not: Too late.',
  )
})
