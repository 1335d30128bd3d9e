import { expect, test } from 'vitest'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { DraftInput, SavedInput } from '#lib/updates/input.ts'
import { correctUpdate, publishUpdate, returnUpdate, withdrawUpdate } from '#lib/updates/publish.ts'
import { discardUpdate, draftUpdate, recallUpdate, saveUpdate, submitUpdate } from '#lib/updates/write.ts'
import { makeDraft, makeMember, makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'

async function submitted(author?: Member) {
  const made = await makeDraft(author ? { author } : {})
  await submitUpdate(made.author, { id: made.id, version: 1 })
  return { ...made, act: { id: made.id, version: 2 } }
}

test('a draft becomes published only through a second person', async () => {
  const reviewer = await makeMember('REVIEWER')
  const own = await submitted(reviewer)
  await expect(publishUpdate(reviewer, own.act)).rejects.toThrow('Nobody publishes their own update')
  await expect(publishUpdate(await makeMember('ANALYST'), own.act)).rejects.toThrow('role')
  await publishUpdate(await makeMember('REVIEWER'), own.act)
  const entries = await db.ledgerEntry.findMany({ where: { subjectId: own.id } })
  expect(entries.map((each) => each.kind)).toEqual(['UPDATE_PUBLISHED'])
})

test('two reviewers who publish at once make one entry', async () => {
  const made = await submitted()
  const reviewers = await Promise.all([1, 2, 3].map(() => makeMember('REVIEWER')))
  const results = await Promise.allSettled(reviewers.map((each) => publishUpdate(each, made.act)))
  expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(await db.ledgerEntry.count({ where: { subjectId: made.id } })).toBe(1)
})

test('a reviewer publishes the version that was read, not a later one', async () => {
  const made = await submitted()
  await expect(recallUpdate(await makeMember('ADMIN'), made.act)).rejects.toThrow('role')
  await recallUpdate(made.author, made.act)
  await submitUpdate(made.author, { id: made.id, version: 3 })
  await expect(publishUpdate(await makeMember('REVIEWER'), made.act)).rejects.toThrow(
    'changed while you were writing',
  )
})

test('an update without evidence cannot be submitted, and the database would not publish it', async () => {
  const made = await makeDraft({ evidence: [] })
  await expect(submitUpdate(made.author, { id: made.id, version: 1 })).rejects.toThrow(
    'No status without proof',
  )
  const forced = db.statusUpdate.update({
    where: { id: made.id },
    data: { state: 'PUBLISHED', publishedAt: new Date(), publishedById: (await makeMember('REVIEWER')).id },
  })
  await expect(forced).rejects.toThrow('no status without proof')
})

test('saving over somebody’s newer version is a conflict that shows theirs and changes nothing', async () => {
  const made = await makeDraft()
  const save = (en: string, version: number) =>
    saveUpdate(made.author, SavedInput.parse({ ...made.claim, headline: { en }, id: made.id, version }))
  expect(await save('Mine', 1)).toBe(2)
  await expect(save('Too late', 1)).rejects.toMatchObject({ theirs: { headline: 'Mine', version: '2' } })
  expect(await db.statusUpdate.findUnique({ where: { id: made.id }, select: { headline: true } })).toEqual({
    headline: { en: 'Mine' },
  })
})

test('the same form sent many times is one draft', async () => {
  const made = await makeDraft()
  const input = DraftInput.parse({ ...made.claim, requestKey: crypto.randomUUID() })
  const ids = await Promise.all([1, 2, 3, 4, 5].map(() => draftUpdate(made.author, input)))
  expect(new Set([...ids, await draftUpdate(made.author, input)]).size).toBe(1)
})

test('nobody edits, submits or throws away another’s draft', async () => {
  const made = await makeDraft()
  const other = await makeMember('ADMIN')
  const act = { id: made.id, version: 1 }
  await expect(saveUpdate(other, SavedInput.parse({ ...made.claim, ...act }))).rejects.toThrow('role')
  await expect(submitUpdate(other, act)).rejects.toThrow('role')
  await expect(discardUpdate(other, act)).rejects.toThrow('role')
  await discardUpdate(made.author, act)
  await expect(submitUpdate(made.author, act)).rejects.toThrow('no such update')
})

test('a returned update goes back to its author with the reason, and can be submitted again', async () => {
  const made = await submitted()
  const reviewer = await makeMember('REVIEWER')
  await expect(returnUpdate(made.author, { ...made.act, reason: 'No.' })).rejects.toThrow('role')
  await returnUpdate(reviewer, { ...made.act, reason: 'Which meeting?' })
  await expect(publishUpdate(reviewer, { id: made.id, version: 3 })).rejects.toThrow('too late')
  await submitUpdate(made.author, { id: made.id, version: 3 })
  await publishUpdate(reviewer, { id: made.id, version: 4 })
})

test('what cannot have happened is refused at its field', async () => {
  const made = await makeDraft()
  const draft = (change: object) => draftUpdate(made.author, DraftInput.parse({ ...made.claim, ...change }))
  await expect(draft({ occurred: '2999-01-01' })).rejects.toMatchObject({ faults: [{ field: 'occurred' }] })
  await expect(draft({ occurred: '2023-11-14' })).rejects.toMatchObject({ faults: [{ field: 'occurred' }] })
  await expect(draft({ partyId: 'nobody' })).rejects.toMatchObject({ faults: [{ field: 'partyId' }] })
  await expect(draft({ commitmentId: 'nothing' })).rejects.toMatchObject({
    faults: [{ field: 'commitmentId' }],
  })
  const evidence = [{ source: 'excerpt:gone', bearing: 'SUPPORTS' }]
  await expect(draft({ evidence })).rejects.toMatchObject({ faults: [{ field: 'evidence.0.source' }] })
})

test('a correction supersedes once; a withdrawal is a record of its own; both enter the ledger', async () => {
  const { id, author, reviewer } = await makePublished()
  const one = await correctUpdate(author, { id, reason: 'Wrong day.' })
  expect(await correctUpdate(author, { id, reason: 'Clicked twice.' })).toBe(one)
  const other = await makeMember('ANALYST')
  const two = await correctUpdate(other, { id, reason: 'Wrong month.' })
  await submitUpdate(author, { id: one, version: 1 })
  await submitUpdate(other, { id: two, version: 1 })
  await publishUpdate(reviewer, { id: one, version: 2 })
  await expect(publishUpdate(reviewer, { id: two, version: 2 })).rejects.toThrow('itself corrected')
  await expect(correctUpdate(author, { id, reason: 'Again.' })).rejects.toThrow('too late')
  await expect(withdrawUpdate(author, { id: one, reason: 'Mine.' })).rejects.toThrow('role')
  await withdrawUpdate(reviewer, { id: one, reason: 'Never happened.' })
  await expect(withdrawUpdate(reviewer, { id: one, reason: 'Twice.' })).rejects.toThrow('too late')
  const kinds = await db.ledgerEntry.findMany({
    where: { subjectId: { in: [id, one] } },
    orderBy: { seq: 'asc' },
    select: { kind: true },
  })
  expect(kinds.map((each) => each.kind)).toEqual(['UPDATE_PUBLISHED', 'UPDATE_CORRECTED', 'UPDATE_WITHDRAWN'])
})

test('the database refuses to change or remove a published update, its evidence, snapshots and excerpts', async () => {
  const { id } = await makePublished()
  const { id: excerptId, snapshotId } = await db.excerpt.findFirstOrThrow()
  const refused = 'append-only'
  await expect(db.statusUpdate.update({ where: { id }, data: { status: 'KEPT' } })).rejects.toThrow(refused)
  await expect(db.statusUpdate.delete({ where: { id } })).rejects.toThrow()
  await expect(db.evidence.deleteMany({ where: { updateId: id } })).rejects.toThrow(refused)
  await expect(owned(`UPDATE "Evidence" SET bearing = 'CONTRADICTS'`)).rejects.toThrow(refused)
  await expect(owned(`UPDATE "Excerpt" SET exact = 'x' WHERE id = '${excerptId}'`)).rejects.toThrow(refused)
  await expect(owned(`UPDATE "Snapshot" SET text = 'x' WHERE id = '${snapshotId}'`)).rejects.toThrow(refused)
  for (const table of ['Snapshot', 'Excerpt', 'Withdrawal', 'Evidence', 'StatusUpdate'])
    await expect(owned(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(refused)
})
