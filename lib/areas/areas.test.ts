import { expect, test } from 'vitest'
import { AreaForm } from '#lib/areas/input.ts'
import { areaFields, listAreas } from '#lib/areas/read.ts'
import { addArea, placeArea, recordArea, renameArea } from '#lib/areas/write.ts'
import { db } from '#lib/database/client.ts'
import { makeMember } from '#testing/make.ts'

const kinds = async (subjectId: string) =>
  (await db.ledgerEntry.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })).map(({ kind, body }) => [
    kind,
    JSON.parse(body).subject.name,
  ])

test('an area is added once, renamed with its old name in the ledger, and analysts do neither', async () => {
  const [reviewer, analyst] = [await makeMember('REVIEWER'), await makeMember('ANALYST')]
  const input = AreaForm.parse({ name: { en: 'Harbours & ports' } })
  expect(input.slug).toBe('harbours-ports')
  expect(AreaForm.safeParse({ name: { zh: '港口' } }).error?.issues[0]?.path).toEqual(['slug'])
  await expect(recordArea(analyst, input)).rejects.toThrow('role')
  const [id, again] = await Promise.all([recordArea(reviewer, input), recordArea(reviewer, input)])
  expect(again).toBe(id)
  await expect(addArea(analyst, input)).rejects.toThrow('role')
  expect(await addArea(reviewer, input)).toBe(id)
  const other = AreaForm.parse({ name: { en: 'Harbours, ports', zh: '港口' } })
  await expect(addArea(reviewer, other)).rejects.toMatchObject({ faults: [{ field: 'name.en' }] })
  const both = ['海港', '码头'].map((zh) => AreaForm.parse({ name: { en: 'Quays', zh } }))
  const told = await Promise.allSettled(both.map((each) => addArea(reviewer, each)))
  expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const renamed = { id, version: 1, name: { en: 'Ports', zh: '港口' } }
  await expect(renameArea(analyst, renamed)).rejects.toThrow('role')
  await renameArea(reviewer, renamed)
  await expect(renameArea(reviewer, renamed)).rejects.toMatchObject({ theirs: { 'name.en': 'Ports' } })
  expect(await areaFields(analyst, id)).toEqual({ id, version: '2', 'name.en': 'Ports', 'name.zh': '港口' })
  expect(await kinds(id)).toEqual([
    ['AREA_RECORDED', input.name],
    ['AREA_AMENDED', renamed.name],
  ])
})

test('areas are moved among each other, and each whose place changes enters the ledger', async () => {
  const reviewer = await makeMember('REVIEWER')
  const add = (slug: string) => recordArea(reviewer, { slug, name: { en: slug }, position: 999 })
  const [one, two] = [await add('y-one'), await add('y-two')]
  const order = async () => (await listAreas(reviewer)).map(({ slug }) => slug)
  const before = await order()
  await placeArea(reviewer, { id: two, to: 'up' })
  const after = await order()
  expect(after.indexOf('y-two')).toBe(before.indexOf('y-one'))
  expect((await kinds(one)).at(-1)?.[0]).toBe('AREA_AMENDED')
  const entries = await db.ledgerEntry.count()
  await placeArea(reviewer, { id: (await listAreas(reviewer))[0]?.id ?? '', to: 'up' })
  expect(await db.ledgerEntry.count()).toBe(entries)
  await expect(placeArea(await makeMember('ANALYST'), { id: two, to: 'up' })).rejects.toThrow('role')
})
