import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { getArticle, listDraftsOn } from '#lib/excerpts/read.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { searchDesk } from '#lib/search/desk.ts'
import { listStale } from '#lib/updates/stale.ts'
import { makeDraft, makeMember, makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'

async function articleOf(excerptId: string): Promise<string> {
  const { snapshot } = await db.excerpt.findUniqueOrThrow({
    where: { id: excerptId },
    select: { snapshot: { select: { articleId: true } } },
  })
  return snapshot.articleId
}

test('beside an excerpt stand the drafts that the viewer may see, and no published ones', async () => {
  const { id, author, excerptId, reviewer } = await makeDraft()
  const articleId = await articleOf(excerptId)
  const other = await makeMember('ANALYST')
  const seenBy = async (viewer: Parameters<typeof listDraftsOn>[0]) =>
    (await listDraftsOn(viewer, articleId)).get(excerptId)?.map((draft) => draft.state) ?? []
  expect(await seenBy(author)).toEqual(['DRAFT'])
  expect(await seenBy(reviewer)).toEqual(['DRAFT'])
  expect(await seenBy(other)).toEqual([])
  expect(await seenBy(visitor)).toEqual([])
  await submitDraft(author, { id, version: 1 })
  expect(await seenBy(other)).toEqual(['SUBMITTED'])
  expect(await seenBy(visitor)).toEqual([])
  await publishDraft(reviewer, { id, version: 2 })
  expect(await seenBy(author)).toEqual([])
})

test('a draft whose body holds no fields takes nothing from the others', async () => {
  const { author, claim, excerptId, id } = await makeDraft()
  const beside = async () => (await listDraftsOn(author, await articleOf(excerptId))).get(excerptId)?.length
  const broken = await makeDraft({ author })
  for (const body of [[], ['excerpt:x'], 'text', 3, true]) {
    await db.draft.update({ where: { id: broken.id }, data: { body } })
    expect(await beside()).toBe(1)
    expect(await searchDesk(author, claim.headline.en)).toMatchObject([{ href: `/desk/updates/${id}` }])
    expect((await listStale(author)).count).toBeGreaterThan(0)
  }
  await db.draft.delete({ where: { id: broken.id } })
})

test('an excerpt knows its page, and its words on the live page where there is an address', async () => {
  const { excerptId } = await makePublished()
  const articleId = await articleOf(excerptId)
  const first = async () => (await getArticle(visitor, articleId)).snapshots[0]?.excerpts[0]
  expect(await first()).toMatchObject({ page: null, live: null })
  await owned(`UPDATE "Article" SET address = 'https://example.org/' || id WHERE id = '${articleId}'`)
  expect(await first()).toMatchObject({
    live: `https://example.org/${articleId}#:~:text=The%20two%20sides%20met.`,
  })
})
