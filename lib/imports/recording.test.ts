import { expect, test, vi } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { getImport, listImportRows } from '#lib/imports/read.ts'
import { runImport } from '#lib/imports/run.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { makeCommitment, makeMember } from '#testing/make.ts'
import { beginImport, confirmTable, csvOf, tableRow, versionOf } from '#testing/tables.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

// What is refused here on purpose would fill the output.
vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent'
})

/** An import of these rows that waits for a second person. */
async function waiting(rows: Record<string, string>[]): Promise<string> {
  const author = await makeMember('ANALYST')
  const id = await beginImport(author, csvOf(rows))
  await confirmTable(author, id)
  await runImport(system, id)
  return id
}

test('rows that earlier rules let through, or that the database refuses, say so; the others are recorded and the import ends', async () => {
  const [made, full] = [await makeCommitment(), await makeCommitment()]
  // No version comes after this one: the database refuses an amendment.
  const last = 2_147_483_647
  await db.commitment.update({ where: { id: full.commitmentId }, data: { version: last } })
  const id = await waiting([
    tableRow(made, 'ROW-1'),
    tableRow(made, 'ROW-2'),
    tableRow(full, full.ref),
    tableRow(made, 'ROW-3'),
  ])
  const at = { draftId_number: { draftId: id, number: 3 } }
  const { input } = await db.importRow.findUniqueOrThrow({ where: at, select: { input: true } })
  await db.importRow.update({ where: at, data: { input: { ...Object(input), madeOn: '0000-01-01' } } })
  expect(await listImportRows(made.reviewer, id, 1)).toHaveLength(4)
  await publishDraft(made.reviewer, { id, version: await versionOf(id) })
  await Promise.all([runImport(system, id), runImport(system, id)])
  const seen = await getImport(made.reviewer, id)
  expect(seen).toMatchObject({ step: 'over', over: 4 })
  expect(seen.faults).toEqual([
    { number: 3, ref: 'ROW-2', fault: 'Write the date like 2023-11-15.' },
    { number: 4, ref: full.ref, fault: expect.stringContaining('The database did not take this row') },
  ])
  const recorded = { ref: { in: ['ROW-1', 'ROW-2', 'ROW-3', full.ref] }, version: { not: last } }
  expect(await db.commitment.count({ where: recorded })).toBe(2)
  await db.commitment.update({ where: { id: full.commitmentId }, data: { version: 1 } })
  expect((await verifyLedger(system)).fault).toBeNull()
})
