import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { claimDraft, releaseDraft } from '#lib/review/claims.ts'
import { commentOnDraft } from '#lib/review/comments.ts'
import { CommentInput, ReturnInput } from '#lib/review/input.ts'
import { recordNoChange } from '#lib/review/no-change.ts'
import { publishTogether, returnDraft } from '#lib/review/publish.ts'
import { getDraft, getReview } from '#lib/review/read.ts'
import { claimMs, usualReasons } from '#lib/review/rules.ts'
import { submitDraft } from '#lib/review/write.ts'
import { NoChangeInput } from '#lib/updates/input.ts'
import { keepClaim, makeCommitment, makeDraft, makeMember, makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'
import { RUNS } from '#testing/runs.ts'

async function submitted(facts: Parameters<typeof makeDraft>[0] = {}) {
  const made = await makeDraft(facts)
  await submitDraft(made.author, { id: made.id, version: 1 })
  return { ...made, at: { id: made.id, version: 2 } }
}

test('one reviewer at a time has an update, for half an hour, and its author never', async () => {
  const { id, author, reviewer } = await submitted()
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
})

test('of many who take it at once one has it', async () => {
  const { id } = await submitted()
  const many = await Promise.all(Array.from({ length: 8 }, () => makeMember('REVIEWER')))
  const taken = await Promise.allSettled(many.map((each) => claimDraft(each, { id })))
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('what was returned is compared with what is handed in again', async () => {
  const { at, author, reviewer, claim } = await submitted()
  const usual = usualReasons.UPDATE[0]
  await expect(async () => ReturnInput.parse({ ...at, reason: '' })).rejects.toThrow('what should change')
  await returnDraft(reviewer, ReturnInput.parse({ ...at, usual, reason: 'Read it again.' }))
  expect((await getDraft(author, at.id)).returnReason).toBe(`${usual}\nRead it again.`)
  await keepClaim(author, { ...claim, headline: { en: 'Said anew' } }, { draftId: at.id, draftVersion: 3 })
  const review = await getReview(author, at.id)
  expect(review?.before).toContain(claim.headline.en)
  expect(review?.text).toContain('Said anew')
  expect(review?.text).toContain('supports: “The two sides met.”')
})

test('a comment is said once, stays as it was said, and outsiders neither read nor say any', async () => {
  const { id, author, reviewer } = await makeDraft()
  const input = CommentInput.parse({ id, text: 'Which day?', requestKey: crypto.randomUUID() })
  await Promise.all(Array.from({ length: 20 }, () => commentOnDraft(reviewer, input)))
  expect((await getReview(author, id))?.comments).toMatchObject([
    { text: 'Which day?', author: { id: reviewer.id } },
  ])
  await expect(owned(`UPDATE "Comment" SET text = 'Other'`)).rejects.toThrow('append-only')
  const outsider = await makeMember('ANALYST')
  await expect(commentOnDraft(outsider, input)).rejects.toThrow('role')
  expect(await getReview(outsider, id)).toBeNull()
})

test('several that say no change was seen are published together, and nothing else with them', async () => {
  const author = await makeMember('ANALYST')
  const silent = async () => {
    const { commitmentId } = await makePublished({ status: 'STALLED' })
    const input = { commitmentId, searched: 'Everywhere.', requestKey: crypto.randomUUID() }
    return recordNoChange(author, NoChangeInput.parse(input))
  }
  const [one, two] = [await silent(), await silent()]
  const other = await submitted({ commitmentId: (await makeCommitment()).commitmentId })
  const reviewer = await makeMember('REVIEWER')
  const items = { [one.id]: one.version + 1, [two.id]: two.version, [other.id]: 2 }
  await expect(publishTogether(author, { items })).rejects.toThrow('role')
  const done = await publishTogether(reviewer, { items })
  expect(done.map(({ fault }) => fault)).toEqual([
    null,
    expect.stringContaining('changed while'),
    expect.stringContaining('something else'),
  ])
  expect((await getDraft(reviewer, other.id)).state).toBe('SUBMITTED')
})

// In the long run as many as the product promises; every day so many that they meet.
const [editors, rounds] = RUNS > 1 ? [50, 40] : [12, 10]

test(`${editors} editors who save one draft ${rounds} times lose nothing that was acknowledged`, async () => {
  const { id, author, claim } = await makeDraft()
  const acknowledged: string[] = []
  const save = async (editor: number, round: number) => {
    const { version } = await db.draft.findUniqueOrThrow({ where: { id }, select: { version: true } })
    const headline = { en: `editor ${editor}, round ${round}` }
    await keepClaim(author, { ...claim, headline }, { draftId: id, draftVersion: version }).then(
      (kept) => acknowledged.push(`${kept.version} ${headline.en}`),
      (error) => expect(error.message).toContain('changed while'),
    )
  }
  const editor = async (number: number) => {
    for (let round = 0; round < rounds; round++) await save(number, round)
  }
  await Promise.all(Array.from({ length: editors }, (_, number) => editor(number)))
  const last = await getDraft(author, id)
  expect(last.version).toBe(1 + acknowledged.length)
  expect(new Set(acknowledged.map((each) => each.split(' ')[0])).size).toBe(acknowledged.length)
  expect(acknowledged).toContain(`${last.version} ${last.fields['headline.en']}`)
})
