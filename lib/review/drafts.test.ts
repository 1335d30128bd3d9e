import { expect, test } from 'vitest'
import { type Member, system } from '#lib/auth/viewer.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { fieldsOfCommitment } from '#lib/commitments/form.ts'
import { amendCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import type { Fields } from '#lib/forms/state.ts'
import { KeptInput, ReturnInput } from '#lib/review/input.ts'
import { publishDraft, returnDraft } from '#lib/review/publish.ts'
import { getDraft, listQueue } from '#lib/review/read.ts'
import { discardDraft, keepDraft, recallDraft } from '#lib/review/write.ts'
import { getSummitInForce } from '#lib/summits/desk.ts'
import { fieldsOfSummit } from '#lib/summits/form.ts'
import { makeCommitment, makeMember } from '#testing/make.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

const unique = () => crypto.randomUUID().slice(0, 8)

/** An amendment as its form would send it: the wording in force, and what was typed over it. */
async function form(viewer: Member, ref: string, typed: Fields = {}) {
  const { id, version, ...said } = await getInForce(viewer, { ref })
  const fields = { ...fieldsOfCommitment(said), id, version: String(version), act: 'submit', ...typed }
  return KeptInput.parse({ ...fields, kind: 'COMMITMENT' })
}

async function amending(typed: Fields = { 'title.en': 'Worded anew' }) {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const draft = await keepDraft(author, await form(author, made.ref, typed))
  return { ...made, author, draft: { ...draft, version: draft.version + 1 } }
}

test('an analyst proposes a summit with a new party, and a second person’s publication records it', async () => {
  const [author, reviewer] = [await makeMember('ANALYST'), await makeMember('REVIEWER')]
  const code = `Q${unique()
    .toUpperCase()
    .replace(/[^A-F]/g, 'X')
    .slice(0, 6)}`
  const slug = `harbour-${unique()}`
  const fields = {
    slug,
    'name.en': 'Harbour summit',
    'place.en': 'The port',
    startsOn: '2024-05-14',
    endsOn: '2024-05-14',
    'parties.0.code': code,
    'parties.0.name.en': 'Quay',
  }
  const kept = await keepDraft(author, KeptInput.parse({ ...fields, kind: 'SUMMIT', act: 'submit' }))
  expect(await db.summit.count({ where: { slug } })).toBe(0)
  const { items } = await listQueue(reviewer)
  const line = items.find((each) => each.id === kept.id)
  expect(line).toMatchObject({ act: 'a new summit', title: { text: 'Harbour summit' }, version: 2 })
  expect(line?.href).toBe(`/desk/drafts/${kept.id}`)
  await publishDraft(reviewer, { id: kept.id, version: 2 })
  const summit = await db.summit.findUniqueOrThrow({ where: { slug }, select: { id: true } })
  const entry = await db.ledgerEntry.findFirstOrThrow({ where: { subjectId: summit.id } })
  expect(JSON.parse(entry.body)).toMatchObject({
    subject: { recordedBy: reviewer.id, proposedBy: author.id, slug },
  })
  expect(await db.ledgerEntry.count({ where: { kind: 'PARTY_RECORDED', body: { contains: code } } })).toBe(1)
  expect((await verifyLedger(system)).fault).toBeNull()
})

test('a reviewer sees what an amendment changes, returns it with a reason, and publishes what came again', async () => {
  const { author, reviewer, draft, ref, commitmentId } = await amending()
  const seen = await getDraft(reviewer, draft.id)
  expect(seen.change?.before).toContain('Title: Commitment')
  expect(seen.change?.after).toContain('Title: Worded anew')
  const given = ReturnInput.parse({ ...draft, reason: 'Say where.' })
  await expect(returnDraft(author, given)).rejects.toThrow('role')
  await returnDraft(reviewer, given)
  expect(await getDraft(author, draft.id)).toMatchObject({ state: 'RETURNED', returnReason: 'Say where.' })
  const again = await form(author, ref, {
    draftId: draft.id,
    draftVersion: '3',
    'title.en': 'Worded in Geneva',
  })
  await keepDraft(author, again)
  await expect(publishDraft(reviewer, draft)).rejects.toThrow('changed while')
  await publishDraft(reviewer, { id: draft.id, version: 5 })
  expect(await getDraft(author, draft.id)).toMatchObject({ act: 'an amended commitment' })
  expect((await getInForce(author, { id: commitmentId })).title).toEqual({ en: 'Worded in Geneva' })
})

test('nobody publishes their own, the database refuses it too, and what is published stays', async () => {
  const { draft, ref } = await amending()
  const reviewer = await makeMember('REVIEWER')
  const own = await keepDraft(reviewer, await form(reviewer, ref))
  await expect(publishDraft(reviewer, { ...own, version: own.version + 1 })).rejects.toThrow(
    'Nobody publishes their own draft',
  )
  const published = { state: 'PUBLISHED' as const, publishedAt: new Date(), publishedById: reviewer.id }
  await expect(db.draft.update({ where: { id: own.id }, data: published })).rejects.toThrow('second person')
  await publishDraft(reviewer, draft)
  await expect(db.draft.update({ where: { id: draft.id }, data: { body: {} } })).rejects.toThrow(
    'append-only',
  )
  await expect(db.draft.delete({ where: { id: draft.id } })).rejects.toThrow('append-only')
})

test('of two amendments of one wording the second is refused with both texts, and nothing typed is lost', async () => {
  const { reviewer, draft, ref, commitmentId } = await amending()
  const other = await makeMember('ANALYST')
  const typed = { 'title.en': 'Mine', act: 'save' }
  const late = await form(other, ref, typed)
  const waiting = await keepDraft(other, await form(other, ref, { ...typed, act: 'submit' }))
  await publishDraft(reviewer, draft)
  await expect(keepDraft(other, late)).rejects.toMatchObject({
    theirs: { 'title.en': 'Worded anew', version: '2' },
  })
  await expect(publishDraft(reviewer, { ...waiting, version: waiting.version + 1 })).rejects.toThrow(
    'Somebody amended',
  )
  expect((await getDraft(reviewer, waiting.id)).isOvertaken).toBe(true)
  const kept = await keepDraft(other, { ...late, version: 2, act: 'submit' })
  await publishDraft(reviewer, { ...kept, version: kept.version + 1 })
  expect((await getInForce(other, { id: commitmentId })).title).toEqual({ en: 'Mine' })
})

test('a summit keeps the parties its commitments bind: its author hears of it, and its publication as well', async () => {
  const { ref, slug, reviewer } = await makeCommitment()
  const author = await makeMember('ANALYST')
  const { id, version, ...summit } = await getSummitInForce(author, { slug })
  const fields = fieldsOfSummit({ ...summit, parties: [{ code: 'US' }] })
  const without = KeptInput.parse({ ...fields, kind: 'SUMMIT', id, version: String(version), act: 'submit' })
  const fault = { faults: [{ field: 'parties', message: expect.stringContaining(`${ref} binds CN`) }] }
  await expect(keepDraft(author, without)).rejects.toMatchObject(fault)
  const bind = async (partyCodes: string[]) => {
    const { mergedInto: _, ...inForce } = await getInForce(author, { ref })
    await amendCommitment(reviewer, { ...inForce, partyCodes })
  }
  await bind(['US'])
  const kept = await keepDraft(author, without)
  await bind(['US', 'CN'])
  await expect(publishDraft(reviewer, { ...kept, version: 2 })).rejects.toMatchObject(fault)
  await bind(['US'])
  await publishDraft(reviewer, { ...kept, version: 2 })
  expect((await getSummitInForce(author, { slug })).parties).toEqual([{ code: 'US' }])
})

test('two tabs of one draft: the second hears what the first saved', async () => {
  const { ref } = await makeCommitment()
  const author = await makeMember('ANALYST')
  const { id } = await keepDraft(author, await form(author, ref, { act: 'save' }))
  const tab = async (title: string) =>
    keepDraft(
      author,
      await form(author, ref, { act: 'save', draftId: id, draftVersion: '1', 'title.en': title }),
    )
  const done = await Promise.allSettled([tab('One'), tab('Other')])
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = done.find(({ status }) => status === 'rejected')
  expect(refused).toMatchObject({ reason: { theirs: { state: 'draft', version: '2' } } })
})

test('the same form sent many times is one draft, and sent again with other words it keeps the newer ones', async () => {
  const { ref } = await makeCommitment()
  const author = await makeMember('ANALYST')
  const requestKey = crypto.randomUUID()
  const send = async (title: string, act: string) =>
    keepDraft(author, await form(author, ref, { requestKey, act, 'title.en': title }))
  const kept = await Promise.all([1, 2, 3, 4].map(() => send('Once', 'save')))
  expect(new Set(kept.map(({ id }) => id)).size).toBe(1)
  expect(await send('Later', 'save')).toEqual({ id: kept[0]?.id, version: 2 })
  expect(await db.draft.count({ where: { requestKey } })).toBe(1)
  const all = await Promise.all([1, 2, 3].map(() => send('Later', 'submit')))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
})

test('a draft is read, changed, taken back and thrown away by its author alone, and only in time', async () => {
  const { author, draft, ref } = await amending()
  const stranger = await makeMember('ANALYST')
  const words = async () =>
    form(stranger, ref, { draftId: draft.id, draftVersion: String(draft.version), act: 'save' })
  await expect(keepDraft(stranger, await words())).rejects.toThrow('role')
  await expect(recallDraft(stranger, draft)).rejects.toThrow('role')
  await recallDraft(author, draft)
  await expect(getDraft(stranger, draft.id)).rejects.toThrow('no such draft')
  const open = { id: draft.id, version: draft.version + 1 }
  await expect(discardDraft(stranger, open)).rejects.toThrow('role')
  await discardDraft(author, open)
  expect(await db.draft.count({ where: { id: draft.id } })).toBe(0)
})

test('what could not be recorded is refused to its author, at its field', async () => {
  const { ref } = await makeCommitment()
  const author = await makeMember('ANALYST')
  const fault = async (typed: Fields) =>
    keepDraft(author, { ...(await form(author, ref, typed)), ...(typed.new ? { id: null } : {}) }).then(
      () => null,
      (error) => error.faults?.[0]?.field,
    )
  expect(await fault({ new: '1' })).toBe('ref')
  expect(await fault({ areaSlug: 'nowhere' })).toBe('areaSlug')
  expect(await fault({ 'partyCodes.XX': 'XX' })).toBe('partyCodes')
  expect(await fault({ newArea: `Piers ${unique()}` })).toBeNull()
})
