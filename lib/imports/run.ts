// The import job: lays rows out for review, and once they are approved records them, each once (idempotent).

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { checkTable } from '#lib/imports/check.ts'
import { columnsIn } from '#lib/imports/input.ts'
import { unscopedRecordBatch } from '#lib/imports/recording.ts'
import { importState } from '#lib/imports/rules.ts'
import { readTable } from '#lib/imports/table.ts'
import { enqueue, isQueued } from '#lib/queue.ts'
import { fieldsIn } from '#lib/review/body.ts'
import { unscopedHandIn } from '#lib/review/write.ts'

/** Goes on with an import from wherever it stands. Run again after a crash, no row is laid out or recorded twice. */
export async function runImport(viewer: Viewer, id: string, now = () => new Date()): Promise<void> {
  authorize(viewer, 'import.run', 'any')
  const found = await db.draft.findUnique({
    where: { id },
    select: { state: true, import: { select: { confirmedAt: true, doneAt: true } } },
  })
  if (!found?.import) return
  const state = importState({ state: found.state, ...found.import })
  if (state === 'laying out' && found.import.confirmedAt)
    await layOut(viewer, id, found.import.confirmedAt, now())
  if (state === 'recording') while (await unscopedRecordBatch(id, now())) {}
}

async function layOut(viewer: Viewer, id: string, confirmedAt: Date, now: Date): Promise<void> {
  const { body, import: table } = await db.draft.findUniqueOrThrow({
    where: { id },
    select: { body: true, import: { select: { bytes: true } } },
  })
  const mapping = columnsIn(fieldsIn(body))
  const { rows, faults } = await checkTable(viewer, readTable(table?.bytes ?? new Uint8Array()), mapping)
  const own = { draftId: id, confirmedAt }
  if (faults.length) {
    const fault = 'What it names changed while it was laid out: look at its rows again.'
    await db.import.updateMany({ where: own, data: { confirmedAt: null, total: null, fault } })
    return
  }
  for (let from = 0; from < rows.length; from += 500) {
    const data = rows.slice(from, from + 500).map(({ number, input, subject }) => ({
      draftId: id,
      number,
      ref: input.ref,
      input,
      subjectId: subject?.id ?? null,
      baseVersion: subject?.version ?? null,
    }))
    const isWanted = await db.$transaction(async (tx) => {
      if (!(await held(tx, own))) return false
      await tx.importRow.createMany({ data, skipDuplicates: true })
      return true
    })
    if (!isWanted) return
  }
  await db.$transaction(async (tx) => {
    if (!(await held(tx, own))) return
    await tx.import.update({ where: { draftId: id }, data: { confirmedAt: null, total: rows.length } })
    await unscopedHandIn(tx, id, now)
  })
}

/** Locks an import that is still wanted: whoever stops it waits, and finds it stopped or handed in. */
async function held(
  tx: Tx,
  { draftId, confirmedAt }: { draftId: string; confirmedAt: Date },
): Promise<boolean> {
  const rows = await queryRows(z.object({ draftId: z.string() }), tx)`
    SELECT "draftId" FROM "Import" WHERE "draftId" = ${draftId} AND "confirmedAt" = ${confirmedAt} FOR UPDATE`
  return rows.length > 0
}

/** Queues what a crash left unfinished. */
export async function queueUnfinished(viewer: Viewer): Promise<void> {
  authorize(viewer, 'import.run', 'any')
  const unfinished = await db.import.findMany({
    where: {
      OR: [{ confirmedAt: { not: null } }, { doneAt: null, draft: { state: 'PUBLISHED' } }],
    },
    select: { draftId: true },
  })
  for (const { draftId } of unfinished)
    if (!(await isQueued(`import:${draftId}`)))
      await db.$transaction((tx) => enqueue(tx, 'import', { id: draftId }))
}
