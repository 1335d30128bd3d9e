import { expect, test } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { getImport } from '#lib/imports/read.ts'
import { runImport } from '#lib/imports/run.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { discardDraft } from '#lib/review/write.ts'
import { makeCommitment, makeDraft, makeMember } from '#testing/make.ts'
import { beginImport, confirmTable, csvOf, tableRow, versionOf } from '#testing/tables.ts'

/** What becomes of a statement sent as the role that the product works as. */
const asProduct = (sql: string): Promise<unknown> => db.$executeRawUnsafe(sql)

test('a draft stays what it began as, and whose', async () => {
  const { author, id, reviewer } = await makeDraft()
  for (const set of [`id = 'other'`, `kind = 'MERGE'`, `"authorId" = '${reviewer.id}'`])
    await expect(asProduct(`UPDATE "Draft" SET ${set} WHERE id = '${id}'`), set).rejects.toThrow(
      'keeps its id, kind and author',
    )
  await asProduct(`UPDATE "Draft" SET id = id, kind = kind, "authorId" = '${author.id}' WHERE id = '${id}'`)
})

test('the table and the rows of a published import stay as they were read; only what became of them is added', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const [id, open] = [
    await beginImport(author, csvOf([tableRow(made, 'GUARD-1')])),
    await beginImport(author, csvOf([tableRow(made, 'GUARD-2')])),
  ]
  for (const each of [id, open]) await confirmTable(author, each)
  await runImport(system, id)
  await asProduct(`UPDATE "ImportRow" SET input = input, ref = ref WHERE "draftId" = '${id}'`)
  await publishDraft(made.reviewer, { id, version: await versionOf(id) })

  const where = `WHERE "draftId" = '${id}'`
  const row = `"draftId", number, ref, input`
  for (const sql of [
    `UPDATE "ImportRow" SET input = '{}' ${where}`,
    `UPDATE "ImportRow" SET ref = 'X-1', "isOver" = true ${where}`,
    `UPDATE "ImportRow" SET "subjectId" = 'x' ${where}`,
    `UPDATE "ImportRow" SET "draftId" = '${open}' ${where}`,
    `DELETE FROM "ImportRow" ${where}`,
    `INSERT INTO "ImportRow" (${row}) SELECT "draftId", 99, ref, input FROM "ImportRow" ${where}`,
    `UPDATE "Import" SET bytes = '' ${where}`,
    `UPDATE "Import" SET "fileName" = 'x', "doneAt" = now() ${where}`,
    `UPDATE "Import" SET "confirmedAt" = now() ${where}`,
    `DELETE FROM "Import" ${where}`,
  ])
    await expect(asProduct(sql), sql).rejects.toThrow('a published import is append-only')
  await runImport(system, open)
  const moved = `UPDATE "ImportRow" SET "draftId" = '${id}', number = 99 WHERE "draftId" = '${open}'`
  await expect(asProduct(moved)).rejects.toThrow('a published import is append-only')

  await runImport(system, id)
  expect(await getImport(author, id)).toMatchObject({ step: 'over', over: 1, faults: [] })
})

test('an import that is not published may be thrown away with its rows', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const id = await beginImport(author, csvOf([tableRow(made, 'GUARD-3')]))
  await discardDraft(author, { id, version: await versionOf(id) })
  expect(await db.import.count({ where: { draftId: id } })).toBe(0)
})
