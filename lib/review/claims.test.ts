import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { claimDraft, releaseDraft } from '#lib/review/claims.ts'
import { commentOnDraft } from '#lib/review/comments.ts'
import { CommentInput } from '#lib/review/input.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { getReview } from '#lib/review/read.ts'
import { claimMs } from '#lib/review/rules.ts'
import { discardDraft, recallDraft } from '#lib/review/write.ts'
import { makeAmendment, makeCommitment, makeMember } from '#testing/make.ts'

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
  expect((await getReview(author, id))?.claim?.reviewer.id).toBe(reviewer.id)
  const later = new Date(Date.now() + claimMs + 1)
  expect((await getReview(author, id, later))?.claim).toBeNull()
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
  expect((await getReview(author, id))?.comments.map(({ text }) => text)).toEqual([
    'Which port?',
    'The old one.',
  ])
  await recallDraft(author, { id, version })
  const outsider = await makeMember('ANALYST')
  await expect(commentOnDraft(outsider, input)).rejects.toThrow('role')
  expect(await getReview(outsider, id)).toBeNull()
  await discardDraft(author, { id, version: version + 1 })
  expect(await db.comment.count({ where: { draftId: id } })).toBe(0)

  const other = await handedIn()
  await publishDraft(other.reviewer, { id: other.id, version: other.version })
  await expect(commentOnDraft(other.author, saying(other.id, 'Too late.'))).rejects.toThrow('too late')
})
