// The steps of an import until it is reviewed: upload, mapping of columns, confirmation, cancellation.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { Conflict, invalid, NotFound } from '#lib/errors.ts'
import { requestKeyOf } from '#lib/forms/request-key.ts'
import { sha256 } from '#lib/hash.ts'
import { checkTable } from '#lib/imports/check.ts'
import { columnsIn, fieldsOfColumns, type ImportInput, type MappingInput } from '#lib/imports/input.ts'
import { guessed } from '#lib/imports/rules.ts'
import { readTable } from '#lib/imports/table.ts'
import { enqueue } from '#lib/queue.ts'
import { fieldsIn } from '#lib/review/body.ts'
import { type Current, unscopedConflict, unscopedCurrentDraft, unscopedPass } from '#lib/review/current.ts'
import type { Act } from '#lib/review/input.ts'
import { draftSituation } from '#lib/review/rules.ts'
import { beginDraft, saveDraft } from '#lib/review/write.ts'

/**
 * Keeps a table as a draft, its columns guessed, and returns its id. Nothing of it is recorded. The same table sent
 * twice by one form is one draft.
 */
export async function startImport(
  viewer: Member,
  { file, ...sent }: z.output<typeof ImportInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'draft.begin', 'any')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { header } = readTable(bytes)
  const fileName =
    file.name
      .slice(-200)
      .toWellFormed()
      .replace(/\p{Cc}/gu, '') || 'table.csv'
  const requestKey = requestKeyOf(viewer, sent.requestKey, sha256(bytes))
  const begun = { kind: 'IMPORT', subjectId: null, baseVersion: null, requestKey } as const
  const fields = fieldsOfColumns(guessed(header))
  return (await beginDraft(viewer, { ...begun, fields, table: { fileName, bytes } }, now)).id
}

async function unscopedImportDraft(id: string): Promise<Current> {
  const found = await unscopedCurrentDraft(id)
  if (found.kind !== 'IMPORT') throw new NotFound('import')
  return found
}

/** Says which column is which. */
export async function mapColumns(
  viewer: Member,
  { id, version, mapping }: z.output<typeof MappingInput>,
  now = new Date(),
): Promise<string> {
  await unscopedImportDraft(id)
  await saveDraft(viewer, { id, version }, { fields: fieldsOfColumns(mapping), baseVersion: null }, now)
  return id
}

/**
 * Confirms an import that has no faults: a job lays its rows out and then hands it to the reviewers. Invalid while
 * anything is wrong with it; sent twice it is one act.
 */
export async function confirmImport(viewer: Member, act: Act, now = new Date()): Promise<string> {
  const { id } = act
  const found = await unscopedImportDraft(id)
  authorize(viewer, 'draft.submit', draftSituation(viewer, found))
  const table = await db.import.findUnique({
    where: { draftId: id },
    select: { bytes: true, confirmedAt: true, fileName: true },
  })
  // Thrown away in between.
  if (!table) throw new NotFound('import')
  const { bytes, confirmedAt, fileName } = table
  if (confirmedAt) return id
  const mapping = columnsIn(fieldsIn(found.body))
  const { rows, faults } = await checkTable(viewer, readTable(bytes), mapping)
  if (faults.length) throw invalid('', `${faults.length.toLocaleString('en')} cells are to be mended first.`)
  if (rows.length === 0) throw invalid('', 'Every row says what is recorded already: nothing would change.')
  const isDone = await db.$transaction(async (tx) => {
    if (!(await unscopedPass(tx, 'save', act, { savedAt: now }))) return false
    await tx.importRow.deleteMany({ where: { draftId: id } })
    await tx.import.update({
      where: { draftId: id },
      data: { confirmedAt: now, total: rows.length, fault: null },
    })
    await unscopedNote(tx, viewer, 'IMPORTED', { id, words: fileName })
    await enqueue(tx, 'import', { id })
    return true
  })
  if (!isDone) throw await unscopedConflict(id)
  return id
}

/** Stops an import whose rows are being laid out: it is a draft again, and none of its rows is kept. */
export async function stopImport(viewer: Member, { id }: Pick<Act, 'id'>): Promise<string> {
  authorize(viewer, 'draft.edit', draftSituation(viewer, await unscopedImportDraft(id)))
  return db.$transaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { draftId: id, confirmedAt: { not: null } },
      data: { confirmedAt: null, total: null },
    })
    if (count === 0) throw new Conflict('It is no longer being laid out.')
    await tx.importRow.deleteMany({ where: { draftId: id } })
    return id
  })
}
