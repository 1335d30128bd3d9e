import { expect, test } from 'vitest'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { KeptInput } from '#lib/review/input.ts'
import { publishDraft, returnDraft } from '#lib/review/publish.ts'
import { getDraft } from '#lib/review/read.ts'
import { discardDraft, keepDraft, recallDraft, submitDraft } from '#lib/review/write.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { keepClaim, makeDraft, makeMember, makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'

async function submitted(author?: Member) {
  const made = await makeDraft(author ? { author } : {})
  await submitDraft(made.author, { id: made.id, version: 1 })
  return { ...made, act: { id: made.id, version: 2 } }
}

test('a draft becomes published only through a second person', async () => {
  const reviewer = await makeMember('REVIEWER')
  const own = await submitted(reviewer)
  await expect(publishDraft(reviewer, own.act)).rejects.toThrow('Nobody publishes their own')
  await expect(publishDraft(await makeMember('ANALYST'), own.act)).rejects.toThrow('role')
  await publishDraft(await makeMember('REVIEWER'), own.act)
  const entries = await db.ledgerEntry.findMany({ where: { subjectId: own.id } })
  expect(entries.map((each) => each.kind)).toEqual(['UPDATE_PUBLISHED'])
})

test('two reviewers who publish at once make one entry', async () => {
  const made = await submitted()
  const reviewers = await Promise.all([1, 2, 3].map(() => makeMember('REVIEWER')))
  const results = await Promise.allSettled(reviewers.map((each) => publishDraft(each, made.act)))
  expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(await db.ledgerEntry.count({ where: { subjectId: made.id } })).toBe(1)
})

test('a reviewer publishes the version that was read, not a later one', async () => {
  const made = await submitted()
  await expect(recallDraft(await makeMember('ADMIN'), made.act)).rejects.toThrow('role')
  await recallDraft(made.author, made.act)
  await submitDraft(made.author, { id: made.id, version: 3 })
  await expect(publishDraft(await makeMember('REVIEWER'), made.act)).rejects.toThrow(
    'changed while you were writing',
  )
})

test('an update without evidence cannot be submitted, and the database would not publish it', async () => {
  const made = await makeDraft({ evidence: [] })
  await expect(submitDraft(made.author, { id: made.id, version: 1 })).rejects.toThrow(
    'No status without proof',
  )
  const { commitmentId } = made
  const said = { commitmentId, status: 'KEPT', occurredOn: new Date(), headline: { en: 'Kept' } } as const
  const by = { authorId: made.author.id, publishedById: made.reviewer.id, publishedAt: new Date() }
  const forced = (more: object) => db.statusUpdate.create({ data: { ...said, ...by, ...more } })
  await expect(forced({})).rejects.toThrow('no status without proof')
  await expect(forced({ publishedById: made.author.id })).rejects.toThrow('second person')
})

test('saving over somebody’s newer version is a conflict that shows theirs and changes nothing', async () => {
  const made = await makeDraft()
  const save = (en: string, version: number) =>
    keepClaim(made.author, { ...made.claim, headline: { en } }, { draftId: made.id, draftVersion: version })
  expect(await save('Mine', 1)).toEqual({ id: made.id, version: 2 })
  await expect(save('Too late', 1)).rejects.toMatchObject({ theirs: { Headline: 'Mine', version: '2' } })
  expect((await getDraft(made.author, made.id)).fields['headline.en']).toBe('Mine')
})

test('the same form sent many times is one draft', async () => {
  const made = await makeDraft()
  const send = { requestKey: crypto.randomUUID() }
  const keep = async () => (await keepClaim(made.author, made.claim, send)).id
  const ids = await Promise.all([1, 2, 3, 4, 5].map(keep))
  expect(new Set([...ids, await keep()]).size).toBe(1)
})

test('nobody edits, submits or throws away another’s draft', async () => {
  const made = await makeDraft()
  const other = await makeMember('ADMIN')
  const act = { id: made.id, version: 1 }
  const over = { draftId: made.id, draftVersion: 1 }
  await expect(keepClaim(other, made.claim, over)).rejects.toThrow('role')
  await expect(submitDraft(other, act)).rejects.toThrow('role')
  await expect(discardDraft(other, act)).rejects.toThrow('role')
  await discardDraft(made.author, act)
  await expect(submitDraft(made.author, act)).rejects.toThrow('no such draft')
})

test('a returned update goes back to its author with the reason, and can be submitted again', async () => {
  const made = await submitted()
  const reviewer = await makeMember('REVIEWER')
  await expect(returnDraft(made.author, { ...made.act, reason: 'No.' })).rejects.toThrow('role')
  await returnDraft(reviewer, { ...made.act, reason: 'Which meeting?' })
  await expect(publishDraft(reviewer, { id: made.id, version: 3 })).rejects.toThrow('too late')
  await submitDraft(made.author, { id: made.id, version: 3 })
  await publishDraft(reviewer, { id: made.id, version: 4 })
})

test('what cannot have happened is refused at its field', async () => {
  const made = await makeDraft()
  const draft = (change: object) => keepClaim(made.author, { ...made.claim, ...change }, { act: 'submit' })
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
  expect(await correctUpdate(author, { id, reason: 'Wrong day.' })).toBe(one)
  const other = await makeMember('ANALYST')
  const two = await correctUpdate(other, { id, reason: 'Wrong month.' })
  await submitDraft(author, { id: one, version: 1 })
  await submitDraft(other, { id: two, version: 1 })
  await publishDraft(reviewer, { id: one, version: 2 })
  await expect(publishDraft(reviewer, { id: two, version: 2 })).rejects.toThrow('itself corrected')
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

test('a reason given anew goes into the open correction, and is refused in words once that is handed in', async () => {
  const { id, author } = await makePublished()
  const draftId = await correctUpdate(author, { id, reason: 'Wrong day.' })
  await correctUpdate(author, { id, reason: 'Wrong day.' })
  const { fields } = await getDraft(author, draftId)
  const typed = { ...fields, 'headline.en': 'Typed since', kind: 'UPDATE', draftId, draftVersion: 1 }
  await keepDraft(author, KeptInput.parse(typed))
  const pressed = [1, 2, 3].map(() => correctUpdate(author, { id, reason: 'Wrong day, and month.' }))
  expect(new Set(await Promise.all(pressed))).toEqual(new Set([draftId]))
  const found = await getDraft(author, draftId)
  expect(found.fields).toEqual({
    ...fields,
    'headline.en': 'Typed since',
    correctionReason: 'Wrong day, and month.',
  })
  await submitDraft(author, { id: draftId, version: found.version })
  expect(await correctUpdate(author, { id, reason: 'Wrong day, and month.' })).toBe(draftId)
  await expect(correctUpdate(author, { id, reason: 'Wrong year.' })).rejects.toThrow('stands as it was given')
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
