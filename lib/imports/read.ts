// An import as the desk previews it: its columns, faults and rows, and how far it has come.

import { changesBetween } from '#engines/text/word-diff.ts'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { listInForce } from '#lib/commitments/desk.ts'
import { factsOfCommitment } from '#lib/commitments/form.ts'
import { fromEntry } from '#lib/commitments/record.ts'
import { db } from '#lib/database/client.ts'
import { NotFound } from '#lib/errors.ts'
import { checkTable } from '#lib/imports/check.ts'
import { columnsIn } from '#lib/imports/input.ts'
import { importState } from '#lib/imports/rules.ts'
import { readTable } from '#lib/imports/table.ts'
import { say } from '#lib/languages.ts'
import { fieldsIn } from '#lib/review/body.ts'
import { factLines } from '#lib/review/kinds/kind.ts'
import { getDraft } from '#lib/review/read.ts'

export const rowsPerPage = 50

/** An import with its draft, and in figures how far it has come. Throws NotFound. */
export async function getImport(viewer: Member, id: string) {
  // First the import, then its draft: the other way round one that is handed in between the two would look open.
  const found = await db.import.findUnique({
    where: { draftId: id },
    select: { fileName: true, confirmedAt: true, total: true, fault: true, doneAt: true },
  })
  const draft = await getDraft(viewer, id)
  if (!found) throw new NotFound('import')
  const { confirmedAt, doneAt, ...rest } = found
  const state = importState({ state: draft.state, confirmedAt, doneAt })
  const [laidOut, over, amended] = await Promise.all([
    db.importRow.count({ where: { draftId: id } }),
    db.importRow.count({ where: { draftId: id, isOver: true } }),
    db.importRow.count({ where: { draftId: id, subjectId: { not: null } } }),
  ])
  const faults = await db.importRow.findMany({
    where: { draftId: id, fault: { not: null } },
    orderBy: { number: 'asc' },
    take: 200,
    select: { number: true, ref: true, fault: true },
  })
  return { ...rest, draft, step: state, laidOut, over, amended, faults }
}

export type ImportInFull = Awaited<ReturnType<typeof getImport>>

/** What would become of the table as it is: for its author, until it is handed in. */
export async function previewImport(viewer: Member, id: string) {
  const found = await db.draft.findUnique({
    where: { id },
    select: { authorId: true, body: true, import: { select: { bytes: true } } },
  })
  if (!found?.import || found.authorId !== viewer.id || !may(viewer, 'draft.edit', 'draft, own'))
    throw new NotFound('import')
  const table = readTable(found.import.bytes)
  const mapping = columnsIn(fieldsIn(found.body))
  const { rows, same, faults } = await checkTable(viewer, table, mapping)
  return {
    header: table.header.map((name) =>
      name
        .replace(/\p{Cc}+/gu, ' ')
        .slice(0, 60)
        .toWellFormed(),
    ),
    mapping,
    notes: table.notes,
    total: table.rows.length,
    same,
    faults: faults.slice(0, 200),
    faultCount: faults.length,
    amended: rows.filter(({ subject }) => subject).length,
    added: rows.filter(({ subject }) => !subject).length,
    first: rows.slice(0, 20).map(({ number, input, subject }) => ({
      number,
      ref: input.ref,
      title: say(input.title, 'en'),
      act: subject ? 'amended' : 'new',
      facts: factsOfCommitment(input),
    })),
  }
}

export type Preview = Awaited<ReturnType<typeof previewImport>>

/** One page of the rows that were laid out; what amends is beside what is in force. */
export async function listImportRows(viewer: Member, id: string, page: number) {
  await getDraft(viewer, id)
  const rows = await db.importRow.findMany({
    where: { draftId: id },
    orderBy: { number: 'asc' },
    skip: (page - 1) * rowsPerPage,
    take: rowsPerPage,
    select: { number: true, ref: true, subjectId: true, input: true, isOver: true, fault: true },
  })
  const ids = rows.flatMap(({ subjectId }) => subjectId ?? [])
  const inForce = ids.length ? await listInForce(viewer, { ids }) : []
  return rows.map(({ input, subjectId, ...row }) => {
    // Not by the rules of today: what was laid out under earlier ones is shown as well.
    const said = fromEntry(Object(input))
    const now = inForce.find((each) => each.id === subjectId)
    const facts = factsOfCommitment(said)
    const changes =
      now && !row.isOver ? changesBetween(factLines(factsOfCommitment(now)), factLines(facts), 'en') : null
    return { ...row, title: say(said.title, 'en'), act: subjectId ? 'amended' : 'new', facts, changes }
  })
}

export type ImportLine = Awaited<ReturnType<typeof listImportRows>>[number]
