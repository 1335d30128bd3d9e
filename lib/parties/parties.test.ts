import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { listParties } from '#lib/parties/read.ts'
import { addParty, recordParty, renameParty } from '#lib/parties/write.ts'
import { makeMember } from '#testing/make.ts'

test('a party is renamed with its old name in the ledger, and its code stays', async () => {
  const [reviewer, analyst] = [await makeMember('REVIEWER'), await makeMember('ANALYST')]
  await expect(recordParty(analyst, { code: 'QQ', name: { en: 'Quay' } })).rejects.toThrow('role')
  const id = await recordParty(reviewer, { code: 'QQ', name: { en: 'Quay' } })
  await expect(addParty(analyst, { code: 'QX', name: { en: 'Quay' } })).rejects.toThrow('role')
  expect(await addParty(reviewer, { code: 'QQ', name: { en: 'Quay' } })).toBe(id)
  await expect(addParty(reviewer, { code: 'QQ', name: { en: 'Another' } })).rejects.toMatchObject({
    faults: [{ field: 'code' }],
  })
  await expect(renameParty(analyst, { id, version: 1, name: { en: 'Key' } })).rejects.toThrow('role')
  await renameParty(reviewer, { id, version: 1, name: { en: 'Quayland' } })
  await expect(renameParty(reviewer, { id, version: 1, name: { en: 'Key' } })).rejects.toThrow(
    'changed this party',
  )
  expect((await listParties(analyst)).find(({ code }) => code === 'QQ')).toMatchObject({
    name: { en: 'Quayland' },
    version: 2,
  })
  const entries = await db.ledgerEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })
  expect(entries.map(({ kind }) => kind)).toEqual(['PARTY_RECORDED', 'PARTY_AMENDED'])
})
