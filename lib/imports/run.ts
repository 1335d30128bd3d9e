// The import job: lays rows out for review, and once they are approved records them, each once (idempotent).

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { CommitmentInput } from '#lib/commitments/input.ts'
import type { Commitment } from '#lib/commitments/record.ts'
import {
  commitmentRows,
  fieldFault,
  unscopedInsertCommitments,
  unscopedLookUpNames,
  unscopedUpdateCommitment,
} from '#lib/commitments/write-rows.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { Conflict, Invalid, NotFound } from '#lib/errors.ts'
import { checkTable } from '#lib/imports/check.ts'
import { columnsIn } from '#lib/imports/input.ts'
import { importState } from '#lib/imports/rules.ts'
import { readTable } from '#lib/imports/table.ts'
import { lockHead } from '#lib/ledger/write.ts'
import { enqueue, isQueued } from '#lib/queue.ts'
import { fieldsIn } from '#lib/review/body.ts'
import { unscopedHandIn } from '#lib/review/write.ts'

// Small enough that others publish in between, large enough that ten thousand rows take no minute.
const batch = 200
const long = { timeout: 60_000, maxWait: 30_000 }

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
  if (state === 'recording') while (await recordBatch(id, now())) {}
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

type Waiting = { number: number; input: Commitment; subjectId: string | null; baseVersion: number | null }

/** Records the next rows in one transaction; false when none was left. What cannot be recorded any more says why. */
async function recordBatch(id: string, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // The lock on the head is also the lock on the rows: two workers never take the same.
    await lockHead(tx, now)
    const draft = await tx.draft.findUniqueOrThrow({
      where: { id },
      select: { authorId: true, publishedById: true },
    })
    const waiting = await tx.importRow.findMany({
      where: { draftId: id, isOver: false },
      orderBy: { number: 'asc' },
      take: batch,
      select: { number: true, input: true, subjectId: true, baseVersion: true },
    })
    if (waiting.length === 0) {
      await tx.import.update({ where: { draftId: id }, data: { doneAt: now } })
      return false
    }
    const rows = waiting.map((row) => ({ ...row, input: CommitmentInput.parse(row.input) }))
    const by = { proposedBy: draft.authorId, import: id }
    const faults = await recordRows(tx, rows, draft.publishedById ?? '', by, now)
    await tx.importRow.updateMany({
      where: { draftId: id, number: { in: rows.map(({ number }) => number) } },
      data: { isOver: true },
    })
    for (const [number, message] of faults)
      await tx.importRow.update({
        where: { draftId_number: { draftId: id, number } },
        data: { fault: message },
      })
    return true
  }, long)
}

async function recordRows(
  tx: Tx,
  rows: Waiting[],
  reviewer: string,
  by: { proposedBy: string; import: string },
  now: Date,
): Promise<Map<number, string>> {
  const faults = new Map<number, string>()
  const attempt = async (row: Waiting, work: () => unknown) => {
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Invalid || error instanceof NotFound)) throw error
      faults.set(row.number, error.message)
      return false
    }
  }
  const named = await unscopedLookUpNames(
    tx,
    rows.map(({ input }) => input),
  )
  const news: Commitment[] = []
  for (const row of rows.filter(({ subjectId }) => subjectId === null)) {
    const isFit = await attempt(row, () => {
      if (named.taken.has(row.input.ref)) throw fieldFault('ref', `${row.input.ref} was recorded meanwhile.`)
      commitmentRows(row.input, named)
    })
    if (isFit) news.push(row.input)
  }
  if (news.length)
    await unscopedInsertCommitments(tx, await lockHead(tx, now), news, named, { ...by, recordedBy: reviewer })
  for (const row of rows) {
    const { subjectId, baseVersion, input } = row
    if (subjectId === null) continue
    const amendment = { ...input, id: subjectId, version: baseVersion ?? 0 }
    await attempt(row, async () =>
      unscopedUpdateCommitment(tx, await lockHead(tx, now), amendment, { ...by, amendedBy: reviewer }),
    )
  }
  return faults
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
