import { expect, test } from 'vitest'
import type { Member } from '#lib/auth/viewer.ts'
import { mergeCommitments } from '#lib/commitments/merge.ts'
import { db } from '#lib/database/client.ts'
import { fieldsIn } from '#lib/review/body.ts'
import { KeptInput } from '#lib/review/input.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { draftAsItStands, getDraft, listOwnDrafts, listQueue } from '#lib/review/read.ts'
import { keepDraft, submitDraft } from '#lib/review/write.ts'
import { keepClaim, makeAmendment, makeCommitment, makeDraft, makeMember } from '#testing/make.ts'

const kinds = ['UPDATE', 'SUMMIT', 'COMMITMENT', 'MERGE'] as const
const keep = (viewer: Member, form: object) => keepDraft(viewer, KeptInput.parse(form))

test.each(kinds)(
  'a draft of %s takes next to nothing, keeps it as it was typed, and insists on submitting',
  async (kind) => {
    const author = await makeMember('ANALYST')
    const typed = {
      'headline.en': '  half a\tsentence ',
      occurred: '2024-02-31',
      ref: 'x y',
      slug: 'No Slug',
      criteria: [{ en: '' }],
    }
    const { id, version } = await keep(author, { kind, ...typed })
    const draft = await getDraft(author, id)
    expect(draft.fields).toEqual({ ...fieldsIn(typed) })
    expect(draft.faults.length).toBeGreaterThan(0)
    expect((await listOwnDrafts(author)).map((line) => line.id)).toEqual([id])
    await expect(submitDraft(author, { id, version })).rejects.toMatchObject({ faults: draft.faults })
    await expect(keep(author, { kind, ...typed, act: 'submit' })).rejects.toMatchObject({
      faults: draft.faults,
    })
    const empty = await keep(author, { kind })
    expect((await getDraft(author, empty.id)).title.text).toBe('Without a title yet')
  },
)

test('what Postgres cannot keep is kept as near as can be, and too much is refused in words', async () => {
  const author = await makeMember('ANALYST')
  const { id } = await keep(author, { kind: 'UPDATE', 'headline.en': 'a\0b\uD800c', 'a\0b': 'x' })
  expect((await getDraft(author, id)).fields).toEqual({ 'headline.en': 'a\uFFFDb\uFFFDc', 'a\uFFFDb': 'x' })
  const long = { kind: 'UPDATE', 'note.en': 'x'.repeat(300_000) }
  await expect(keep(author, long)).rejects.toThrow('more than a draft can hold')
})

test('a draft of an unknown kind is refused in words, and nothing is kept', async () => {
  for (const kind of ['POEM', 'IMPORT', '', undefined, '__proto__'])
    expect(KeptInput.safeParse({ kind, ref: 'X' }).error?.issues[0]?.message).toContain('not known here')
})

test('a draft names its own kind: a form of another kind finds none there', async () => {
  const { id, author } = await makeDraft()
  const other = { kind: 'MERGE', draftId: id, draftVersion: 1, ref: 'A-1' }
  await expect(keep(author, other)).rejects.toThrow('thrown away')
})

test('a body of an older shape opens, keeps what it can, and says what is missing', async () => {
  const { id, author, claim } = await makeDraft()
  const reviewer = await makeMember('REVIEWER')
  const { evidence: _, occurred: __, ...rest } = claim
  const older = { ...rest, on: { day: '2024-01-10', precision: 'DAY' }, weight: 3 }
  await db.draft.update({ where: { id }, data: { body: older } })
  const draft = await getDraft(author, id)
  expect(draft.fields).toMatchObject({
    'headline.en': claim.headline.en,
    'on.day': '2024-01-10',
    weight: '3',
  })
  expect(draft.faults.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['occurred', 'evidence.0.source']),
  )
  await expect(submitDraft(author, { id, version: 1 })).rejects.toThrow('Say when it happened')
  await db.draft.update({ where: { id }, data: { state: 'SUBMITTED' } })
  expect((await listQueue(reviewer)).items.find((line) => line.id === id)?.title.text).toBe(claim.headline.en)
  await expect(publishDraft(reviewer, { id, version: 1 })).rejects.toThrow('Return it to its author')
  for (const body of [[], 'text', 3, { a: [[['deep']]] }]) {
    await db.draft.update({ where: { id }, data: { body } })
    expect((await getDraft(reviewer, id)).sheet).toBeNull()
  }
})

test.each(kinds)(
  'two tabs on one draft of %s: the second hears of the first, and the two are merged',
  async (kind) => {
    const author = await makeMember('ANALYST')
    const { id } = await keep(author, { kind, ref: 'one', 'title.en': 'one' })
    const tab = (text: string) => ({ kind, draftId: id, draftVersion: 1, ref: 'one', 'title.en': text })
    await keep(author, tab('first'))
    const second = KeptInput.parse(tab('second'))
    await expect(keepDraft(author, second)).rejects.toMatchObject({ theirs: { version: '2' } })
    expect(await draftAsItStands(author, second)).toEqual({
      ...{ ref: 'one', 'title.en': 'first' },
      ...{ draftId: id, draftVersion: '2' },
    })
    expect(await keep(author, { ...tab('second'), draftVersion: 2 })).toEqual({ id, version: 3 })
  },
)

test('a draft whose commitment was merged meanwhile keeps every word, says so, and has a way on', async () => {
  const [goes, stays] = [await makeCommitment(), await makeCommitment()]
  const author = await makeMember('ANALYST')
  const update = await makeDraft({ author, commitmentId: goes.commitmentId })
  const amendment = await makeAmendment(goes.ref, { author })
  const merge = { ref: goes.ref, into: stays.ref, reason: 'Recorded twice.' }
  const again = await keep(author, { kind: 'MERGE', ...merge })
  await mergeCommitments(goes.reviewer, merge, { proposedBy: author.id })
  const merged = { ref: goes.ref, into: stays.ref }
  for (const { id } of [update, amendment, again]) expect((await getDraft(author, id)).merged).toEqual(merged)
  expect((await getDraft(author, amendment.id)).fields['title.en']).toBe(amendment.title)

  await expect(submitDraft(author, { id: update.id, version: 1 })).rejects.toThrow(
    `It was merged into ${stays.ref}: choose that one.`,
  )
  await expect(publishDraft(stays.reviewer, { id: amendment.id, version: 2 })).rejects.toThrow('merged')
  const saved = await keepClaim(author, update.claim, { draftId: update.id, draftVersion: 1 })
  expect(saved).toEqual({ id: update.id, version: 1 })
  const moved = { ...update.claim, commitmentId: stays.commitmentId }
  await keepClaim(author, moved, { draftId: update.id, draftVersion: 1, act: 'submit' })
  await publishDraft(stays.reviewer, { id: update.id, version: 3 })
})
