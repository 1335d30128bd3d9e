import { expect, test } from 'vitest'
import { ArticleInput, CitationInput } from '#lib/articles/input.ts'
import { captureArticle, recordCitation } from '#lib/articles/write.ts'
import { type Member, visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { getArticle } from '#lib/excerpts/read.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { makeExcerpt, makeMember, makePublished } from '#testing/make.ts'
import { makeSnapshot } from '#testing/snapshots.ts'

const nobody = visitor as unknown as Member
const facts = { title: 'A readout', language: 'en', kind: 'NEWS', access: 'RESTRICTED' }

test('the server cuts the quote from its own text and refuses what is not there', async () => {
  const analyst = await makeMember()
  const { snapshotId } = await captureArticle(
    analyst,
    ArticleInput.parse({ ...facts, text: 'We agree.\r\nWe agree.\nThey “left” early.' }),
  )
  const quote = (fields: object) => quoteExcerpt(analyst, ExcerptInput.parse({ snapshotId, ...fields }))
  await expect(quote({ exact: 'They "left" early.' })).rejects.toThrow(
    'The nearest passage is: They “left” early.',
  )
  await expect(quote({ exact: 'Nothing of the sort was ever said' })).rejects.toThrow(
    'nor anything like them',
  )
  await expect(quote({ exact: 'We agree.' })).rejects.toThrow('stand in 2 places')
  const { excerptId } = await quote({ exact: 'We agree.', start: 10 })
  expect(
    await db.excerpt.findUnique({
      where: { id: excerptId },
      select: { start: true, end: true, prefix: true },
    }),
  ).toEqual({ start: 10, end: 19, prefix: 'We agree.\n' })
  await expect(quoteExcerpt(analyst, ExcerptInput.parse({ snapshotId: 'gone', exact: 'x' }))).rejects.toThrow(
    'no such snapshot',
  )
})

test('a visitor archives, cites and quotes nothing', async () => {
  const { snapshotId, articleId, exact } = await makeExcerpt(await makeMember())
  await expect(captureArticle(nobody, ArticleInput.parse({ ...facts, text: 'x' }))).rejects.toThrow('role')
  await expect(recordCitation(nobody, CitationInput.parse(facts))).rejects.toThrow('role')
  await expect(makeSnapshot(nobody, { articleId, text: 'x' })).rejects.toThrow('role')
  await expect(quoteExcerpt(nobody, ExcerptInput.parse({ snapshotId, exact }))).rejects.toThrow('role')
})

test('a form sent many times at once is one article with one snapshot', async () => {
  const analyst = await makeMember()
  const input = ArticleInput.parse({ ...facts, text: 'Once.', requestKey: crypto.randomUUID() })
  const made = await Promise.all(Array.from({ length: 8 }, () => captureArticle(analyst, input)))
  expect(new Set(made.map((each) => each.snapshotId)).size).toBe(1)
  expect(await db.article.count({ where: { createdById: analyst.id } })).toBe(1)
})

test('a known address opens the record instead, and the same text again is the same snapshot', async () => {
  const analyst = await makeMember()
  const address = 'https://example.org/readout'
  const { articleId } = await recordCitation(analyst, CitationInput.parse({ ...facts, address }))
  await expect(recordCitation(analyst, CitationInput.parse({ ...facts, address }))).rejects.toThrow(
    `/desk/articles/${articleId}`,
  )
  const first = await makeSnapshot(analyst, { articleId, text: 'As it was.' })
  expect(await makeSnapshot(analyst, { articleId, text: 'As it was.' })).toEqual(first)
  expect(await makeSnapshot(analyst, { articleId, text: 'As it is.' })).not.toEqual(first)
})

test('a visitor reads the published quotes of a restricted article and a little around them, never the rest', async () => {
  const analyst = await makeMember()
  const canary = 'Cormorants nest on the pier.'
  const text = `${canary}\n${'Padding words follow. '.repeat(20)}The two sides met. ${'More words follow. '.repeat(20)}`
  const restricted = await makePublished({ author: analyst, quote: { text } })
  const seen = await getArticle(visitor, restricted.articleId)
  expect(JSON.stringify(seen)).not.toContain(canary)
  expect(seen.snapshots[0]?.text).toBeNull()
  const [excerpt] = seen.snapshots[0]?.excerpts ?? []
  expect(excerpt?.exact).toBe('The two sides met.')
  expect((excerpt?.before.length ?? 0) + (excerpt?.after.length ?? 0)).toBeLessThanOrEqual(245)
  expect(JSON.stringify(await getArticle(analyst, restricted.articleId))).toContain(canary)
  const working = await makeExcerpt(analyst, { text })
  expect((await getArticle(visitor, working.articleId)).snapshots[0]?.excerpts).toEqual([])
  expect((await getArticle(analyst, working.articleId)).snapshots[0]?.excerpts).toHaveLength(1)
  const open = await makeExcerpt(analyst, { text, access: 'OPEN' })
  expect(JSON.stringify(await getArticle(visitor, open.articleId))).toContain(canary)
})

test('only published updates are said to rest on an excerpt', async () => {
  const { excerptId, claim } = await makePublished()
  const { snapshot } = await db.excerpt.findUniqueOrThrow({
    where: { id: excerptId },
    select: { snapshot: { select: { articleId: true } } },
  })
  const { snapshots } = await getArticle(visitor, snapshot.articleId)
  expect(snapshots[0]?.excerpts[0]?.restingOn.map((update) => update.headline)).toEqual([claim.headline])
})
