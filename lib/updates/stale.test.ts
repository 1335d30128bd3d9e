import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { recordNoChange } from '#lib/review/no-change.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { getDraft } from '#lib/review/read.ts'
import { NoChangeInput } from '#lib/updates/input.ts'
import { listStale } from '#lib/updates/stale.ts'
import { makeCommitment, makeMember, makePublished } from '#testing/make.ts'

const searched = 'Searched both foreign ministries’ sites for the working group.'
const asked = (commitmentId: string) =>
  NoChangeInput.parse({ commitmentId, searched, requestKey: crypto.randomUUID() })

test('a stale commitment shows what was last published on it and what that rests on', async () => {
  const { commitmentId, author, claim } = await makePublished({ status: 'STALLED' })
  const { rows } = await listStale(author, undefined, 500)
  expect(rows.find((each) => each.id === commitmentId)).toMatchObject({
    last: { text: claim.headline.en },
    evidence: { exact: 'The two sides met.' },
    waits: false,
  })
})

test('who looked and saw no change hands in the same status, dated today, resting on the same sources', async () => {
  const { commitmentId, author, reviewer, excerptId } = await makePublished({ status: 'STALLED' })
  const input = asked(commitmentId)
  const kept = await recordNoChange(author, input)
  expect((await recordNoChange(author, input)).id).toBe(kept.id)
  const { state, sheet } = await getDraft(author, kept.id)
  expect([state, sheet]).toMatchObject(['SUBMITTED', { status: 'STALLED', note: { en: searched } }])
  expect(sheet?.evidence).toMatchObject([{ bearing: 'CONTEXT', excerpt: { id: excerptId } }])
  await expect(recordNoChange(reviewer, asked(commitmentId))).rejects.toThrow('waits for review already')
  const silent = async () =>
    (await listStale(author, undefined, 500)).rows.find((each) => each.id === commitmentId)
  expect(await silent()).toMatchObject({ waits: true })
  await publishDraft(reviewer, { id: kept.id, version: kept.version + 1 })
  expect(await silent()).toBeUndefined()
})

test('of two people who saw no change at once, one hands in, and the other is told that it waits', async () => {
  for (const _ of [1, 2, 3]) {
    const { commitmentId } = await makePublished()
    const viewers = await Promise.all([1, 2, 3].map(() => makeMember()))
    const done = await Promise.allSettled(viewers.map((each) => recordNoChange(each, asked(commitmentId))))
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toMatchObject(
      [1, 2].map(() => ({ message: expect.stringContaining('waits for review') })),
    )
    const left = { authorId: { in: viewers.map(({ id }) => id) } }
    expect(await db.draft.findMany({ where: left, select: { state: true, version: true } })).toEqual([
      { state: 'SUBMITTED', version: 2 },
    ])
  }
})

test('a key that another has used for the same words hides nothing that waits', async () => {
  const { commitmentId, author } = await makePublished()
  const input = asked(commitmentId)
  await recordNoChange(author, input)
  await expect(recordNoChange(await makeMember(), input)).rejects.toThrow('waits for review already')
  const other = { ...input, searched: 'Elsewhere.' }
  await expect(recordNoChange(author, other)).rejects.toThrow('waits for review already')
})

test('where nothing archived tells how it stood, a source is asked for and nothing is kept', async () => {
  const { commitmentId } = await makeCommitment()
  const author = await makeMember('ANALYST')
  await expect(recordNoChange(author, asked(commitmentId))).rejects.toMatchObject({
    faults: [{ field: 'searched', message: expect.stringContaining('with a source instead') }],
  })
  expect(await db.draft.count({ where: { authorId: author.id } })).toBe(0)
})
