import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { publishDraft } from '#lib/drafts/publish.ts'
import { claimDraft, commentOnDraft, getDraftReview, releaseDraft } from '#lib/drafts/review.ts'
import { discardDraft, recallDraft } from '#lib/drafts/write.ts'
import { CommentInput } from '#lib/updates/input.ts'
import { claimReview } from '#lib/updates/review.ts'
import { claimMs } from '#lib/updates/rules.ts'
import { submitUpdate } from '#lib/updates/write.ts'
import { makeAmendment, makeCommitment, makeDraft, makeMember } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'

async function handedIn() {
  const { ref, reviewer } = await makeCommitment()
  const author = await makeMember('ANALYST')
  return { ...(await makeAmendment(ref, { author })), reviewer }
}

const saying = (id: string, text: string) => CommentInput.parse({ id, text, requestKey: crypto.randomUUID() })

test('one reviewer at a time has a draft, for half an hour, its author never, and anybody may still publish it', async () => {
  const { id, version, author, reviewer } = await handedIn()
  const other = await makeMember('REVIEWER')
  await expect(claimDraft(author, { id })).rejects.toThrow('role')
  await claimDraft(reviewer, { id })
  await claimDraft(reviewer, { id })
  await expect(claimDraft(other, { id })).rejects.toThrow('Somebody else took it')
  expect((await getDraftReview(author, id))?.claim?.reviewer.id).toBe(reviewer.id)
  const later = new Date(Date.now() + claimMs + 1)
  expect((await getDraftReview(author, id, later))?.claim).toBeNull()
  await claimDraft(other, { id }, later)
  await releaseDraft(reviewer, { id })
  expect(await db.reviewClaim.count({ where: { draftId: id } })).toBe(1)
  await releaseDraft(other, { id })
  expect(await db.reviewClaim.count({ where: { draftId: id } })).toBe(0)
  await claimDraft(other, { id })
  await publishDraft(reviewer, { id, version })
  await expect(claimDraft(other, { id })).rejects.toThrow('too late')
})

test('of many who take a draft at once one has it', async () => {
  const { id } = await handedIn()
  const many = await Promise.all(Array.from({ length: 8 }, () => makeMember('REVIEWER')))
  const taken = await Promise.allSettled(many.map((each) => claimDraft(each, { id })))
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a comment on a draft is said once, only before it is published, and goes with a draft thrown away', async () => {
  const { id, version, author, reviewer } = await handedIn()
  const input = saying(id, 'Which port?')
  await Promise.all(Array.from({ length: 20 }, () => commentOnDraft(reviewer, input)))
  await commentOnDraft(author, saying(id, 'The old one.'))
  expect((await getDraftReview(author, id))?.comments.map(({ text }) => text)).toEqual([
    'Which port?',
    'The old one.',
  ])
  await recallDraft(author, { id, version })
  const outsider = await makeMember('ANALYST')
  await expect(commentOnDraft(outsider, input)).rejects.toThrow('role')
  expect(await getDraftReview(outsider, id)).toBeNull()
  await discardDraft(author, { id, version: version + 1 })
  expect(await db.comment.count({ where: { draftId: id } })).toBe(0)

  const other = await handedIn()
  await publishDraft(other.reviewer, { id: other.id, version: other.version })
  await expect(commentOnDraft(other.author, saying(other.id, 'Too late.'))).rejects.toThrow('too late')
})

test('the database refuses a comment or a claim that is of an update and a draft at once, or of neither', async () => {
  const draft = await handedIn()
  const update = await makeDraft()
  await submitUpdate(update.author, { id: update.id, version: 1 })
  await claimReview(update.reviewer, { id: update.id })
  await commentOnDraft(draft.author, saying(draft.id, 'Here.'))
  const both = `UPDATE "ReviewClaim" SET "draftId" = '${draft.id}' WHERE "updateId" = '${update.id}'`
  await expect(owned(both)).rejects.toThrow('of_one_thing')
  const { id: authorId } = draft.author
  for (const of of [
    { updateId: update.id, draftId: draft.id },
    { updateId: null, draftId: null },
  ])
    await expect(db.comment.create({ data: { text: 'x', authorId, ...of } })).rejects.toThrow(
      'about_one_thing',
    )
})
