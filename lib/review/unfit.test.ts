import { expect, test } from 'vitest'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { KeptInput } from '#lib/review/input.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { getDraft } from '#lib/review/read.ts'
import { keepDraft, recallDraft, submitDraft } from '#lib/review/write.ts'
import { makeAmendment, makeCommitment, makeExcerpt, makeMember } from '#testing/make.ts'

// What could not be published is refused when it is submitted, at its field.
const keep = (viewer: Member, form: object) => keepDraft(viewer, KeptInput.parse(form))
const submit = (viewer: Member, form: object) => keep(viewer, { ...form, act: 'submit' })
const fault = (field: string, message: string) => ({
  faults: [{ field, message: expect.stringContaining(message) }],
})

test('a commitment was promised in an excerpt that is there', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const form = {
    kind: 'COMMITMENT',
    ref: `${made.ref}-2`,
    summitSlug: made.slug,
    areaSlug: made.areaSlug,
    title: { en: 'Lamps' },
    text: { en: 'Light the pier.' },
    partyCodes: { US: 'US' },
    madeOn: '2023-11-15',
    reviewEveryDays: '90',
    criteria: [{ en: 'It is lit.' }],
  }
  const nowhere = { ...form, promisedInId: 'nowhere' }
  await expect(submit(author, nowhere)).rejects.toMatchObject(fault('promisedInId', 'no such excerpt'))
  const { id: kept } = await keep(author, nowhere)
  await expect(submitDraft(author, { id: kept, version: 1 })).rejects.toThrow('no such excerpt')
  const { excerptId } = await makeExcerpt(author)
  const { id, version } = await submit(author, { ...form, promisedInId: excerptId })
  await publishDraft(made.reviewer, { id, version: version + 1 })
  const found = await db.commitment.findUnique({ where: { ref: form.ref }, select: { promisedInId: true } })
  expect(found).toEqual({ promisedInId: excerptId })
})

const summit = (slug: string, parties: object[]) => ({
  kind: 'SUMMIT',
  slug,
  name: { en: 'Woodside' },
  place: { en: 'Woodside' },
  startsOn: '2023-11-15',
  endsOn: '2023-11-15',
  parties,
})

test('a party meets once at a summit, also one that becomes known with it', async () => {
  await makeCommitment()
  const author = await makeMember('ANALYST')
  const named = [
    { code: 'TWICE', name: { en: 'One' } },
    { code: 'twice', name: { en: 'Other' } },
  ]
  for (const parties of [[{ code: 'US' }, { code: 'US' }], named])
    await expect(submit(author, summit('woodside-twice', parties))).rejects.toMatchObject(
      fault('parties.1.code', 'stands in a row above'),
    )
})

test('an amendment keeps the reference and the address that it amends', async () => {
  const made = await makeCommitment()
  const { author, commitmentId, id, version } = await makeAmendment(made.ref)
  const { fields } = await getDraft(author, id)
  await recallDraft(author, { id, version })
  const at = { draftId: id, draftVersion: version + 1, version: 1 }
  const other = { ...fields, kind: 'COMMITMENT', ref: 'OTHER-1', id: commitmentId, ...at }
  await expect(submit(author, other)).rejects.toMatchObject(fault('ref', 'stays as it was first recorded'))
  const moved = { ...summit('elsewhere', [{ code: 'US' }, { code: 'CN' }]), id: made.summitId, version: 1 }
  await expect(submit(author, moved)).rejects.toMatchObject(fault('slug', 'stays as it was first recorded'))
})
