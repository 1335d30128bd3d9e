import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { citeArticle } from '#lib/citations/read.ts'
import { CommitmentAmendment } from '#lib/commitments/input.ts'
import { amendCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import { type Clocks, dayOf } from '#lib/dates.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { getArticle } from '#lib/excerpts/read.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { getSigned } from '#lib/ledger/checkpoint.ts'
import { getHead } from '#lib/ledger/read.ts'
import { findFinding } from '#lib/live-checks/read.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { keepClaim, makeCommitment, makeExcerpt, makePublished } from '#testing/make.ts'
import { makeSnapshot } from '#testing/snapshots.ts'

const later = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * 1_000)

async function toldAt(articleId: string, clocks: Clocks) {
  return {
    article: await getArticle(visitor, articleId, clocks),
    finding: await findFinding(visitor, articleId, clocks),
    cited: await citeArticle(visitor, clocks, articleId),
    head: await getHead(visitor, clocks.known),
    signed: await getSigned(visitor, clocks.known),
  }
}

test('a source of the past stays as it was, whatever is quoted, published, withdrawn, archived or seen later', async () => {
  const { author, reviewer, id, claim, articleId } = await makePublished()
  const { snapshotId } = await db.excerpt.findFirstOrThrow({ where: { snapshot: { articleId } } })
  const quote = ExcerptInput.parse({ snapshotId, exact: 'They had tea.' })
  const { excerptId } = await quoteExcerpt(author, quote)
  await db.liveCheck.create({
    data: { articleId, at: new Date(), outcome: 'CHANGED', text: 'The two sides met.' },
  })
  const { head } = await getHead(visitor)
  const known = later(head?.at ?? new Date(), 60)
  const clocks = { on: dayOf(known), known, isNow: false }
  const before = await toldAt(articleId, clocks)
  expect(before.article.snapshots[0]?.excerpts.map((each) => each.restingOn)).toMatchObject([[{ id }]])
  expect(before.finding?.found?.outcome).toBe('CHANGED')

  const evidence = [{ source: `excerpt:${excerptId}`, bearing: 'SUPPORTS' }]
  const further = await keepClaim(author, { ...claim, evidence }, { act: 'submit' }, later(known, 1))
  await publishDraft(reviewer, { id: further.id, version: 2 }, later(known, 1))
  await withdrawUpdate(reviewer, { id, reason: 'It was another day.' }, later(known, 2))
  await makeSnapshot(author, { articleId, text: 'Nothing is left.' }, later(known, 3))
  await db.liveCheck.create({ data: { articleId, at: later(known, 4), outcome: 'GONE' } })
  await db.checkpoint.create({ data: { seq: (head?.seq ?? 0) + 1, at: later(known, 5), note: '' } })

  expect(await toldAt(articleId, clocks)).toEqual(before)
  const now = await toldAt(articleId, { ...clocks, known: later(known, 9) })
  expect(now.article.snapshots).toHaveLength(2)
  expect(now.article.snapshots[1]?.excerpts).toHaveLength(2)
  expect(now.article.snapshots[1]?.excerpts[0]?.restingOn).toEqual([])
  expect(now.finding?.found?.outcome).toBe('GONE')
  expect(now.cited.archived?.sha256).not.toBe(before.cited.archived?.sha256)
  expect(now.head.head?.seq).toBe((head?.seq ?? 0) + 2)
  expect(now.signed.count).toBe(before.signed.count + 1)
})

test('a source is not there before it was recorded, and nothing rests on it before it happened', async () => {
  const { articleId } = await makePublished({ occurred: '2024-03-05' })
  const { createdAt } = await db.article.findUniqueOrThrow({ where: { id: articleId } })
  const at = (on: string, known: Date) => getArticle(visitor, articleId, { on, known, isNow: false })
  await expect(at('2024-03-05', later(createdAt, -1))).rejects.toThrow('no such article')
  const restingOn = async (on: string) =>
    (await at(on, later(createdAt, 600))).snapshots[0]?.excerpts[0]?.restingOn.length
  expect([await restingOn('2024-03-04'), await restingOn('2024-03-05')]).toEqual([0, 1])
})

test('what is promised in a passage is told as the ledger had it, also when the commitment names another now', async () => {
  const { reviewer, commitmentId, ref, slug, areaSlug } = await makeCommitment()
  const [first, second] = [await makeExcerpt(reviewer), await makeExcerpt(reviewer)]
  const amended = async (version: number, promisedInId: string, title: string) => {
    const facts = { id: commitmentId, version, ref, summitSlug: slug, areaSlug, promisedInId }
    const words = { title: { en: title }, text: { en: title }, criteria: [{ en: 'It is done.' }] }
    const rest = { madeOn: '2023-11-15', reviewEveryDays: 90, partyCodes: ['US', 'CN'] }
    await amendCommitment(reviewer, CommitmentAmendment.parse({ ...facts, ...words, ...rest }))
    const { head } = await getHead(visitor)
    return { on: '2024-01-01', known: head?.at ?? new Date(), isNow: false }
  }
  const promises = async (articleId: string, clocks: Clocks) =>
    (await getArticle(visitor, articleId, clocks)).snapshots[0]?.excerpts.map((each) => each.promises)
  const then = await amended(1, first.excerptId, 'Light the harbour')
  const now = await amended(2, second.excerptId, 'Light the pier')
  expect(await promises(first.articleId, then)).toEqual([[{ ref, title: { en: 'Light the harbour' } }]])
  expect(await promises(first.articleId, now)).toEqual([])
  expect(await promises(second.articleId, now)).toEqual([[{ ref, title: { en: 'Light the pier' } }]])
  expect(await promises(second.articleId, then)).toEqual([])
})
