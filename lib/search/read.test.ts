import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { type Clocks, clocksNow } from '#lib/dates.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { searchEverything } from '#lib/search/read.ts'
import { readSearch } from '#lib/search/rules.ts'
import { CorrectInput } from '#lib/updates/input.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makeCommitment, makeDraft, makeMember, makePublished } from '#testing/make.ts'
import { RUNS } from '#testing/runs.ts'

const visitor: Viewer = { kind: 'visitor' }
const now = () => clocksNow(new Date())
const search = (q: string, more: Record<string, string> = {}, clocks: Clocks = now()) =>
  searchEverything(visitor, clocks, readSearch({ q, ...more }, 'en').search)
const found = async (q: string, more?: Record<string, string>, clocks?: Clocks) => {
  const { hits, isAlike } = await search(q, more, clocks)
  return isAlike ? [] : hits.map(({ kind, subjectId }) => `${kind} ${subjectId}`)
}

test('nothing unpublished is found; what is published is, with the source that it rests on', async () => {
  const { id, author, reviewer, claim, excerptId } = await makeDraft()
  const headline = claim.headline.en
  expect(await found(headline)).toEqual([])
  await submitDraft(author, { id, version: 1 })
  expect(await found(headline)).toEqual([])
  await publishDraft(reviewer, { id, version: 2 })
  expect(await found(headline)).toEqual([`UPDATE ${id}`])
  expect(await found('"two sides met"', { kind: 'EXCERPT' })).toContain(`EXCERPT ${excerptId}`)
})

test('a search of the past finds what was known then, before and after a correction and a withdrawal', async () => {
  const { id, reviewer, author, claim } = await makePublished()
  const headline = claim.headline.en
  const correction = await correctUpdate(author, CorrectInput.parse({ id, reason: 'The day was wrong.' }))
  await submitDraft(author, { id: correction, version: 1 })
  await publishDraft(reviewer, { id: correction, version: 2 })
  await withdrawUpdate(reviewer, { id: correction, reason: 'It did not happen.' })
  // The clock of the ledger: it can run a little ahead when much is published at once.
  const known = async (update: string): Promise<Clocks> => {
    const { publishedAt } = await db.statusUpdate.findUniqueOrThrow({ where: { id: update } })
    return { ...now(), known: publishedAt ?? new Date(0), isNow: false }
  }
  expect(await found(headline, {}, await known(id))).toEqual([`UPDATE ${id}`])
  expect(await found(headline, {}, await known(correction))).toEqual([`UPDATE ${correction}`])
  expect(await found(headline)).toEqual([])
})

test('Chinese is found inside longer words, a typing error finds what was meant, and phrases and exclusions count', async () => {
  const word = crypto.randomUUID().replaceAll('-', '')
  const { ref } = await makeCommitment({
    title: `管制芬太尼前体 ${word} harbours`,
    text: 'Light them by night.',
  })
  const titles = async (q: string) => {
    const { hits, isAlike } = await search(q)
    return isAlike ? 'alike' : hits.map((hit) => hit.ref)
  }
  expect(await titles(`芬太尼 ${word}`)).toEqual([ref])
  expect(await titles(`芬前 ${word}`)).toBe('alike')
  expect((await search(`芬太尼 ${word}`)).hits[0]?.title).toContain('管制\ue000芬太尼\ue001前体')
  expect(await titles(`"by night" ${word}`)).toEqual([ref])
  expect(await titles(`"night light" ${word}`)).toBe('alike')
  expect(await titles(`${word} -harbour`)).toBe('alike')
  const mistyped = await search(`${word.slice(0, 14)}x${word.slice(15)}`)
  expect(mistyped).toMatchObject({ isAlike: true })
  expect(mistyped.hits.map((hit) => hit.ref)).toContain(ref)
})

test('a word mistyped among others finds what was meant, of what was known then', async () => {
  const word = `harbour${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}`
  const before = new Date()
  const { ref } = await makeCommitment({ title: `Light the ${word} by night` })
  const typed = `lights ${word.replace('bou', 'buo')}`
  const answer = await search(typed)
  expect(answer).toMatchObject({ isAlike: true, instead: `lights ${word}` })
  expect(answer.hits.map((hit) => hit.ref)).toEqual([ref])
  const then = await search(typed, {}, { ...now(), known: before, isNow: false })
  expect(then.instead).toBe(null)
  expect(then.hits.map((hit) => hit.ref)).not.toContain(ref)
})

test('a filter is no word: what is filtered by cannot be typed', async () => {
  const { areaSlug } = await makeCommitment()
  const { id } = await db.area.findUniqueOrThrow({ where: { slug: areaSlug }, select: { id: true } })
  expect(await search('', { area: areaSlug })).toMatchObject({ total: 1 })
  for (const typed of [`A:${id}`, `"A:${id}"`, 'K:COMMITMENT']) expect(await found(typed)).toEqual([])
  for (const publisher of ["O'Hara \\ Sons", "' | 'K:COMMITMENT", '\\'])
    expect(await search('', { publisher })).toMatchObject({ total: 0 })
})

test('counts by sort add up, and a filter keeps what it counted', async () => {
  const reviewer = await makeMember('REVIEWER')
  const { areaSlug, commitmentId } = await makeCommitment()
  await makePublished({ commitmentId, author: reviewer, status: 'KEPT' })
  await makePublished({ commitmentId, author: reviewer, status: 'BROKEN' })
  const { total, facets } = await search('', { area: areaSlug })
  const counts = (facet: string) => facets.filter((each) => each.facet === facet)
  expect(counts('kind').reduce((sum, each) => sum + each.count, 0)).toBe(total)
  expect(counts('status')).toMatchObject([
    { value: 'BROKEN', count: 1 },
    { value: 'KEPT', count: 1 },
  ])
  expect(await search('', { area: areaSlug, status: 'KEPT' })).toMatchObject({ total: 1 })
})

test('any text at all can be sought', async () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[-"'\\%_()|&!<>:*芬 ]{1,20}$/),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (q) => {
      expect((await search(q)).total).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 60 * RUNS },
  )
  expect(await db.searchEntry.count()).toBeGreaterThan(0)
})
