import { expect, test } from 'vitest'
import { system, visitor } from '#lib/auth/viewer.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makePublished } from '#testing/make.ts'
import { asOwner } from '#testing/owner.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

/** What only the owner of the tables can do: the triggers off, one change, the triggers on, and back again. */
async function tampering(change: string, undo: string): Promise<string | null> {
  const tables = [
    'Original',
    'Snapshot',
    'Excerpt',
    'StatusUpdate',
    'Evidence',
    'Withdrawal',
    'LedgerEntry',
    'LedgerHead',
  ]
  const forced = (statement: string) =>
    asOwner(async (client) => {
      for (const table of tables) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
      await client.query(statement)
      for (const table of tables) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
    })
  await forced(change)
  const { fault } = await verifyLedger(system)
  await forced(undo)
  expect((await verifyLedger(system)).fault).toBeNull()
  return fault
}

test('the verifier finds and names what an owner of the database changed', async () => {
  const { id, author, reviewer } = await makePublished()
  const gone = await makePublished({ author })
  await withdrawUpdate(reviewer, { id: gone.id, reason: 'Wrong.' })
  expect(await verifyLedger(system)).toMatchObject({ updates: 2, snapshots: 2, excerpts: 2, fault: null })

  const where = `WHERE id = '${id}'`
  const cases: [string, string, string][] = [
    [
      `UPDATE "StatusUpdate" SET status = 'KEPT' ${where}`,
      `UPDATE "StatusUpdate" SET status = 'UNDER_WAY' ${where}`,
      `Update ${id}`,
    ],
    [
      `UPDATE "StatusUpdate" SET "occurredOn" = '2024-01-11' ${where}`,
      `UPDATE "StatusUpdate" SET "occurredOn" = '2024-01-10' ${where}`,
      `Update ${id}`,
    ],
    [
      `UPDATE "StatusUpdate" SET "publishedAt" = "publishedAt" - interval '1 day' ${where}`,
      `UPDATE "StatusUpdate" SET "publishedAt" = "publishedAt" + interval '1 day' ${where}`,
      `Update ${id}`,
    ],
    [
      `UPDATE "Evidence" SET bearing = 'CONTRADICTS' WHERE "updateId" = '${id}'`,
      `UPDATE "Evidence" SET bearing = 'SUPPORTS' WHERE "updateId" = '${id}'`,
      `Update ${id}`,
    ],
    [
      `UPDATE "Withdrawal" SET reason = 'Right.'`,
      `UPDATE "Withdrawal" SET reason = 'Wrong.'`,
      `withdrawal of update ${gone.id}`,
    ],
    [
      `UPDATE "Snapshot" SET text = text || '.'`,
      `UPDATE "Snapshot" SET text = left(text, -1)`,
      'text does not match',
    ],
    [
      `UPDATE "Original" SET bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1)`,
      `UPDATE "Original" SET bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1)`,
      'bytes do not match',
    ],
    [
      `UPDATE "Excerpt" SET exact = 'They met.'`,
      `UPDATE "Excerpt" SET exact = 'The two sides met.'`,
      'does not stand at',
    ],
    [
      `UPDATE "Excerpt" SET start = start - 1, "end" = "end" - 1`,
      `UPDATE "Excerpt" SET start = start + 1, "end" = "end" + 1`,
      'does not stand at',
    ],
    [
      `UPDATE "LedgerEntry" SET body = replace(body, '"US"', '"UK"') WHERE seq = 1`,
      `UPDATE "LedgerEntry" SET body = replace(body, '"UK"', '"US"') WHERE seq = 1`,
      'Entry 1 does not match',
    ],
    [
      `UPDATE "LedgerEntry" SET seq = 900 WHERE seq = 2`,
      `UPDATE "LedgerEntry" SET seq = 2 WHERE seq = 900`,
      'Entry 2 is missing',
    ],
    [`UPDATE "LedgerHead" SET seq = seq + 1`, `UPDATE "LedgerHead" SET seq = seq - 1`, 'is missing'],
  ]
  for (const [change, undo, named] of cases) expect(await tampering(change, undo)).toContain(named)
})

test('a visitor does not start a verification', async () => {
  await expect(verifyLedger(visitor)).rejects.toThrow('role')
})
