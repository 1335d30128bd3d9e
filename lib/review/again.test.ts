import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { fieldsIn } from '#lib/review/body.ts'
import { publishDraft, returnDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { keepClaim, makeDraft, makeMember } from '#testing/make.ts'

type Sent = { draftId?: string; draftVersion?: number }
async function form() {
  const { author, claim, id } = await makeDraft()
  const requestKey = crypto.randomUUID()
  const send = (en: string, act: 'save' | 'submit' = 'save', sent: Sent = {}) =>
    keepClaim(author, { ...claim, headline: { en } }, { requestKey, act, ...sent })
  return { author, claim, id, send }
}
const headlineOf = async (id: string) =>
  fieldsIn((await db.draft.findUniqueOrThrow({ where: { id }, select: { body: true } })).body)['headline.en']

test('a form submitted several times at once, and once more later, is submitted once', async () => {
  const { send } = await form()
  const kept = await Promise.all([1, 2, 3].map(() => send('Once', 'submit')))
  expect(await send('Once', 'submit')).toEqual(kept[0])
  expect(new Set(kept.map((each) => each.id)).size).toBe(1)
  const found = await db.draft.findUnique({
    where: { id: kept[0]?.id ?? '' },
    select: { state: true, version: true },
  })
  expect(found).toEqual({ state: 'SUBMITTED', version: 2 })
})

test('a draft’s form submitted twice is submitted once', async () => {
  const { id, send } = await form()
  const first = await send('Newer', 'submit', { draftId: id, draftVersion: 1 })
  expect(await send('Newer', 'submit', { draftId: id, draftVersion: 1 })).toEqual(first)
})

test('a new form sent again with other words keeps the newer ones', async () => {
  const { send } = await form()
  const { id } = await send('First')
  expect(await send('Typed later')).toEqual({ id, version: 2 })
  expect(await headlineOf(id)).toBe('Typed later')
})

test('a new form sent again does not write over what was saved since', async () => {
  const { send } = await form()
  const { id } = await send('First')
  await send('On its own page', 'save', { draftId: id, draftVersion: 1 })
  await expect(send('From the old page')).rejects.toMatchObject({ theirs: { Headline: 'On its own page' } })
  expect(await headlineOf(id)).toBe('On its own page')
})

test('saving what is saved already changes nothing', async () => {
  const { send } = await form()
  const first = await send('Same')
  expect(await send('Same', 'save', { draftId: first.id, draftVersion: first.version })).toEqual(first)
})

test('a form from before a return does not hand in again what came back, in whatever way it was begun', async () => {
  for (const isNamed of [false, true]) {
    const { send } = await form()
    const { id } = await send('Which month?')
    const old = isNamed ? { draftId: id, draftVersion: 1 } : {}
    await send('Which month?', 'submit', old)
    await returnDraft(await makeMember('REVIEWER'), { id, version: 2, reason: 'May.' })
    for (const act of ['submit', 'save'] as const)
      await expect(send('Which month?', act, old)).rejects.toMatchObject({ theirs: { state: 'returned' } })
    expect(await send('Which month?', 'submit', { draftId: id, draftVersion: 3 })).toEqual({ id, version: 3 })
    // What waits in the same words is handed in: sent once more from wherever, it stays so.
    expect(await send('Which month?', 'submit', old)).toEqual({ id, version: 3 })
  }
})

test('a form whose words were saved and not handed in, before its answer was lost, hands them in', async () => {
  const { send } = await form()
  const { id } = await send('First')
  const old = { draftId: id, draftVersion: 1 }
  await send('Second', 'save', old)
  expect(await send('Second', 'submit', old)).toEqual({ id, version: 2 })
  expect(await send('Second', 'submit', old)).toEqual({ id, version: 2 })
})

test('two reviewers: the second hears how it stands, not that their role forbids it', async () => {
  const { author, id, claim } = await makeDraft()
  await submitDraft(author, { id, version: 1 })
  const [one, two] = [await makeMember('REVIEWER'), await makeMember('REVIEWER')]
  await returnDraft(one, { id, version: 2, reason: 'Which meeting?' })
  await expect(publishDraft(two, { id, version: 2 })).rejects.toMatchObject({
    theirs: { state: 'returned' },
  })
  await expect(returnDraft(two, { id, version: 2, reason: 'No.' })).rejects.toMatchObject({
    theirs: { version: '3' },
  })
  const stranger = await makeMember('ANALYST')
  await expect(keepClaim(stranger, claim, { draftId: id, draftVersion: 2 })).rejects.toThrow('role')
})
