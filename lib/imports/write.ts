// Imports on their way to the reviewers: uploaded, their columns named, confirmed, and stopped.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, once } from '#lib/database/client.ts'
import type { ActInput } from '#lib/drafts/input.ts'
import { unscopedCurrentDraft, unscopedDraftConflict } from '#lib/drafts/standing.ts'
import { Conflict, Invalid } from '#lib/errors.ts'
import { checkTable } from '#lib/imports/check.ts'
import { ImportBody, type ImportInput, type MappingInput } from '#lib/imports/input.ts'
import { guessed } from '#lib/imports/rules.ts'
import { readTable } from '#lib/imports/table.ts'
import { enqueue } from '#lib/queue.ts'
import { situationOf } from '#lib/updates/rules.ts'

type Act = z.output<typeof ActInput>
const open = { in: ['DRAFT' as const, 'RETURNED' as const] }

/** Keeps a table as a draft, its columns guessed, and returns its id. Nothing of it is recorded. */
export async function startImport(
  viewer: Member,
  { file, requestKey }: z.output<typeof ImportInput>,
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
  const find = async () =>
    requestKey
      ? db.draft.findFirst({ where: { requestKey, authorId: viewer.id }, select: { id: true } })
      : null
  const data = {
    kind: 'IMPORT' as const,
    body: { mapping: guessed(header) },
    requestKey,
    authorId: viewer.id,
    savedAt: now,
    import: { create: { fileName, bytes } },
  }
  return (await once(find, () => db.draft.create({ data, select: { id: true } }))).id
}

/** Says which column is which. */
export async function mapColumns(
  viewer: Member,
  { id, version, mapping }: z.output<typeof MappingInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'draft.edit', situationOf(viewer, await unscopedCurrentDraft(id)))
  const { count } = await db.draft.updateMany({
    where: { id, version, state: open, import: { confirmedAt: null } },
    data: { body: { mapping }, savedAt: now, version: version + 1 },
  })
  if (count === 0) throw await unscopedDraftConflict(id)
  return id
}

/**
 * Confirms an import that has no faults: a job lays its rows out and then hands it to the reviewers. Invalid while
 * anything is wrong with it; sent twice it is one act.
 */
export async function confirmImport(viewer: Member, { id, version }: Act, now = new Date()): Promise<string> {
  const found = await unscopedCurrentDraft(id)
  authorize(viewer, 'draft.submit', situationOf(viewer, found))
  const { bytes, confirmedAt, fileName } = await db.import.findUniqueOrThrow({
    where: { draftId: id },
    select: { bytes: true, confirmedAt: true, fileName: true },
  })
  if (confirmedAt) return id
  const { mapping } = ImportBody.parse(found.body)
  const { rows, faults } = await checkTable(viewer, readTable(bytes), mapping)
  if (faults.length)
    throw new Invalid([
      { field: '', message: `${faults.length.toLocaleString('en')} cells are to be mended first.` },
    ])
  if (rows.length === 0)
    throw new Invalid([
      { field: '', message: 'Every row says what is recorded already: nothing would change.' },
    ])
  return db.$transaction(async (tx) => {
    const { count } = await tx.draft.updateMany({
      where: { id, version, state: open, import: { confirmedAt: null } },
      data: { version: version + 1, savedAt: now },
    })
    if (count === 0) throw await unscopedDraftConflict(id)
    await tx.importRow.deleteMany({ where: { draftId: id } })
    await tx.import.update({
      where: { draftId: id },
      data: { confirmedAt: now, total: rows.length, fault: null },
    })
    await unscopedNote(tx, viewer, 'IMPORTED', { id, words: fileName })
    await enqueue(tx, 'import', { id })
    return id
  })
}

/** Stops an import whose rows are being laid out: it is a draft again, and none of its rows is kept. */
export async function stopImport(viewer: Member, { id }: Pick<Act, 'id'>): Promise<string> {
  authorize(viewer, 'draft.edit', situationOf(viewer, await unscopedCurrentDraft(id)))
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
