import { expect, test } from 'vitest'
import { searchDesk } from '#lib/search/desk.ts'
import { makeCommitment, makeDraft, makeMember } from '#testing/make.ts'

test('a draft is found by its author and by reviewers, and by nobody else', async () => {
  const { author, reviewer, claim, id } = await makeDraft()
  const found = async (viewer: typeof author) =>
    (await searchDesk(viewer, claim.headline.en.toUpperCase())).map((each) => each.href)
  expect(await found(author)).toEqual([`/desk/updates/${id}`])
  expect(await found(reviewer)).toEqual([`/desk/updates/${id}`])
  expect(await found(await makeMember('ANALYST'))).toEqual([])
})

test('commitments, summits and sources are found by their words, and signs of patterns are only signs', async () => {
  const { ref, slug, reviewer: author } = await makeCommitment()
  expect(await searchDesk(author, ref)).toMatchObject([{ kind: 'commitment', href: `/commitments/${ref}` }])
  expect(await searchDesk(author, slug)).toMatchObject([{ kind: 'summit', href: `/summits/${slug}` }])
  expect(await searchDesk(author, '%%')).toEqual([])
  expect(await searchDesk(author, 'x')).toEqual([])
})
