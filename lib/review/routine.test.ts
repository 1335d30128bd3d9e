import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { recordNoChange } from '#lib/review/no-change.ts'
import { publishDraft, publishTogether } from '#lib/review/publish.ts'
import { getDraft, listQueue } from '#lib/review/read.ts'
import { submitDraft } from '#lib/review/write.ts'
import { NoChangeInput } from '#lib/updates/input.ts'
import { keepClaim, makeDraft, makeExcerpt, makeMember, makePublished } from '#testing/make.ts'

const noChangeOn = async (commitmentId: string) =>
  recordNoChange(
    await makeMember('ANALYST'),
    NoChangeInput.parse({ commitmentId, searched: 'Both ministries.', requestKey: crypto.randomUUID() }),
  )

/** An update under way since January, and the fields of one that says no change was seen. */
async function underWay() {
  const made = await makePublished({ status: 'UNDER_WAY', occurred: '2024-01-10' })
  const { id } = await noChangeOn(made.commitmentId)
  const { fields } = await getDraft(made.reviewer, id)
  return { ...made, fields, noChange: id }
}

/** How the queue offers it among those alike; null where it does not. */
const offered = async (id: string) => {
  const { items } = await listQueue(await makeMember('REVIEWER'))
  const found = items.find((each) => each.id === id)
  expect(found).toBeDefined()
  return found?.line?.alike ?? null
}

/** Publishes one together with none: true, or why it was refused. */
async function together(id: string, version = 2): Promise<string | true> {
  const [done] = await publishTogether(await makeMember('REVIEWER'), { items: { [id]: version } })
  return done?.fault ?? true
}

test('what is written as “no change seen” is offered with others alike, and published with them', async () => {
  const { noChange, ref, fields, author } = await underWay()
  expect(await offered(noChange)).toEqual({ of: ref, note: 'Both ministries.' })
  const chinese = await keepClaim(
    author,
    { ...fields, 'note.en': '', 'note.zh': '两个部委' },
    { act: 'submit' },
  )
  expect(await offered(chinese.id)).toEqual({ of: ref, note: '两个部委' })
  expect(await together(noChange)).toBe(true)
  expect(await together(chinese.id)).toBe(true)
})

const otherwise: Record<string, (fields: Record<string, string>) => Record<string, string>> = {
  'another headline in Chinese': () => ({ 'headline.zh': '已全部兑现，无可争议' }),
  'no headline in Chinese': () => ({ 'headline.zh': '' }),
  'another headline in English': () => ({ 'headline.en': 'No change seen.' }),
  'a note in both languages': () => ({ 'note.zh': '任意内容' }),
  'evidence that supports': () => ({ 'evidence.0.bearing': 'SUPPORTS' }),
  'evidence that contradicts': () => ({ 'evidence.0.bearing': 'CONTRADICTS' }),
  'another status': () => ({ status: 'KEPT' }),
  'a day before the status in force': () => ({ occurred: '2024-01-09' }),
  'a year': () => ({ occurred: '2025' }),
}

test.each(Object.keys(otherwise))(
  'an update that says no change was seen with %s is read by itself',
  async (name) => {
    const { fields, author } = await underWay()
    const changed = { ...fields, ...otherwise[name]?.(fields) }
    const { id } = await keepClaim(author, changed, { act: 'submit' })
    expect(await offered(id)).toBeNull()
    expect(await together(id)).toContain('it says something else')
    await publishDraft(await makeMember('REVIEWER'), { id, version: 2 })
  },
)

test('one of a party where the overall status is in force, or a correction, is read by itself', async () => {
  const { id: published, fields, author, commitmentId } = await underWay()
  const { partyId } = await db.commitmentParty.findFirstOrThrow({ where: { commitmentId } })
  const ofParty = await keepClaim(author, { ...fields, partyId }, { act: 'submit' })
  expect(await offered(ofParty.id)).toBeNull()
  expect(await together(ofParty.id)).toContain('it says something else')
  const id = await correctUpdate(author, { id: published, reason: 'The wrong month.' })
  const correction = { ...fields, correctionReason: 'The wrong month.' }
  await keepClaim(author, correction, { draftId: id, draftVersion: 1, act: 'submit' })
  expect(await offered(id)).toBeNull()
  expect(await together(id, 3)).toContain('it says something else')
})

test('what stood when it was written and is another by now is offered no longer, and refused', async () => {
  const { noChange, commitmentId } = await underWay()
  await makePublished({ commitmentId, status: 'KEPT', occurred: '2024-02-01' })
  expect(await offered(noChange)).toBeNull()
  expect(await together(noChange)).toContain('it says something else')
})

test('“not started” is routine where nothing is in force, and no other status is', async () => {
  const { author, commitmentId } = await makeDraft()
  const { excerptId } = await makeExcerpt(author)
  await db.commitment.update({ where: { id: commitmentId }, data: { promisedInId: excerptId } })
  const { id } = await noChangeOn(commitmentId)
  const { fields } = await getDraft(author, id)
  const kept = await keepClaim(author, { ...fields, status: 'KEPT' }, { act: 'submit' })
  expect(await offered(kept.id)).toBeNull()
  expect(await together(kept.id)).toContain('it says something else')
  expect(await offered(id)).not.toBeNull()
  expect(await together(id)).toBe(true)
})

test('one that is published at once with another status does not come after it', async () => {
  for (let round = 0; round < 3; round++) {
    const { noChange, commitmentId } = await underWay()
    const news = await makeDraft({ commitmentId, status: 'BROKEN', occurred: '2024-03-01' })
    await submitDraft(news.author, { id: news.id, version: 1 })
    const [fault] = await Promise.all([
      together(noChange),
      publishDraft(news.reviewer, { id: news.id, version: 2 }),
    ])
    const published = await db.statusUpdate.findMany({
      where: { commitmentId },
      orderBy: { publishedAt: 'asc' },
      select: { id: true },
    })
    const order = published.map((each) => each.id)
    if (fault === true) expect(order.indexOf(noChange)).toBeLessThan(order.indexOf(news.id))
    else expect(order).not.toContain(noChange)
  }
})
