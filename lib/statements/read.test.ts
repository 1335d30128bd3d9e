import { expect, test } from 'vitest'
import { ArticleInput } from '#lib/articles/input.ts'
import { captureArticle } from '#lib/articles/write.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { clocksNow } from '#lib/dates.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { listStatements } from '#lib/statements/read.ts'
import { keepClaim, makeCommitment, makeMember } from '#testing/make.ts'

const visitor: Viewer = { kind: 'visitor' }

/** A passage in which a party speaks, with a translation. */
async function quoted(author: Member, code: string, exact: string, published: string) {
  const party = await db.party.findUniqueOrThrow({ where: { code }, select: { id: true } })
  const article = {
    title: `Readout of ${code}`,
    language: 'en',
    kind: 'OFFICIAL_READOUT',
    access: 'OPEN',
    text: exact,
  }
  const { snapshotId } = await captureArticle(author, ArticleInput.parse({ ...article, published }))
  const input = { snapshotId, exact, partyId: party.id, translation: { zh: '译文。' } }
  return (await quoteExcerpt(author, ExcerptInput.parse(input))).excerptId
}

test('each side’s words are found by the day of their source, or of what they were quoted for', async () => {
  const { commitmentId, reviewer } = await makeCommitment()
  const author = await makeMember('ANALYST')
  const excerpts = [
    await quoted(author, 'US', 'We agreed to light the harbour.', '2024-04-27'),
    await quoted(author, 'CN', 'The harbour is a two-way street.', ''),
  ]
  const evidence = excerpts.map((id) => ({ source: `excerpt:${id}`, bearing: 'SUPPORTS' }))
  const claim = {
    commitmentId,
    partyId: '',
    status: 'UNDER_WAY',
    occurred: '2024-04-26',
    headline: { en: 'They met.' },
  }
  const { id } = await keepClaim(author, { ...claim, note: { en: '' }, evidence }, { act: 'submit' })
  const before = new Date()
  await publishDraft(reviewer, { id, version: 2 })
  const now = clocksNow(new Date(Date.now() + 1_000))
  const sayings = (await listStatements(visitor, now, [commitmentId])).get(commitmentId) ?? []
  expect(sayings).toMatchObject([
    { excerptId: excerpts[1], day: '2024-04-26', isDated: false, translation: { zh: '译文。' } },
    { excerptId: excerpts[0], day: '2024-04-27', isDated: true },
  ])
  const asked = async (clocks: object) =>
    (await listStatements(visitor, { ...now, isNow: false, ...clocks }, [commitmentId])).size
  expect(await asked({ known: now.known })).toBe(1)
  expect(await asked({ known: new Date(before.getTime() - 60_000) })).toBe(0)
  expect(await asked({ on: '2024-04-25' })).toBe(0)
})
