import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { KeptInput } from '#lib/updates/input.ts'
import { publishUpdate, returnUpdate } from '#lib/updates/publish.ts'
import { keepUpdate, saveUpdate, submitUpdate } from '#lib/updates/write.ts'
import { makeDraft, makeMember } from '#testing/make.ts'

async function form(sent: { id?: string; version?: number } = {}) {
  const { author, claim, id } = await makeDraft()
  const requestKey = crypto.randomUUID()
  const send = (en: string, act: 'save' | 'submit' = 'save', fields = sent) =>
    keepUpdate(author, KeptInput.parse({ ...claim, headline: { en }, requestKey, act, ...fields }))
  return { author, claim, id, send }
}
const headlineOf = async (id: string) =>
  (await db.statusUpdate.findUniqueOrThrow({ where: { id }, select: { headline: true } })).headline

test('a form submitted several times at once, and once more later, is submitted once', async () => {
  const { send } = await form()
  const kept = await Promise.all([1, 2, 3].map(() => send('Once', 'submit')))
  expect(await send('Once', 'submit')).toEqual(kept[0])
  expect(new Set(kept.map((each) => each.id)).size).toBe(1)
  const found = await db.statusUpdate.findUnique({
    where: { id: kept[0]?.id ?? '' },
    select: { state: true, version: true },
  })
  expect(found).toEqual({ state: 'SUBMITTED', version: 2 })
})

test('a draft’s form submitted twice is submitted once', async () => {
  const { id, send } = await form()
  const first = await send('Newer', 'submit', { id, version: 1 })
  expect(await send('Newer', 'submit', { id, version: 1 })).toEqual(first)
})

test('a new form sent again with other words keeps the newer ones', async () => {
  const { send } = await form()
  const { id } = await send('First')
  expect(await send('Typed later')).toEqual({ id, version: 2 })
  expect(await headlineOf(id)).toEqual({ en: 'Typed later' })
})

test('a new form sent again does not write over what was saved since', async () => {
  const { send } = await form()
  const { id } = await send('First')
  await send('On its own page', 'save', { id, version: 1 })
  await expect(send('From the old page')).rejects.toMatchObject({ theirs: { headline: 'On its own page' } })
  expect(await headlineOf(id)).toEqual({ en: 'On its own page' })
})

test('saving what is saved already changes nothing', async () => {
  const { send } = await form()
  const first = await send('Same')
  expect(await send('Same', 'save', first)).toEqual(first)
})

test('two reviewers: the second hears how it stands, not that their role forbids it', async () => {
  const { author, id, claim } = await makeDraft()
  await submitUpdate(author, { id, version: 1 })
  const [one, two] = [await makeMember('REVIEWER'), await makeMember('REVIEWER')]
  await returnUpdate(one, { id, version: 2, reason: 'Which meeting?' })
  await expect(publishUpdate(two, { id, version: 2 })).rejects.toMatchObject({
    theirs: { state: 'returned' },
  })
  await expect(returnUpdate(two, { id, version: 2, reason: 'No.' })).rejects.toMatchObject({
    theirs: { version: '3' },
  })
  const stranger = await makeMember('ANALYST')
  const late = { ...KeptInput.parse(claim), id, version: 2 }
  await expect(saveUpdate(stranger, late)).rejects.toThrow('role')
})
