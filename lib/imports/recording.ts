// Records the rows of an approved import, a batch in one transaction; a row that cannot be recorded says why.

import { ZodError } from 'zod'
import { CommitmentInput } from '#lib/commitments/input.ts'
import type { Commitment } from '#lib/commitments/record.ts'
import {
  commitmentRows,
  unscopedInsertCommitments,
  unscopedLookUpNames,
  unscopedUpdateCommitment,
} from '#lib/commitments/write-rows.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { Conflict, Invalid, invalid, isUnavailable, NotFound } from '#lib/errors.ts'
import { zodFaults } from '#lib/forms/parse.ts'
import { lockHead } from '#lib/ledger/write.ts'
import { log } from '#lib/log.ts'

// Small enough that others publish in between, large enough that ten thousand rows take no minute.
const batch = 200
const long = { timeout: 60_000, maxWait: 30_000 }

type Waiting = { number: number; input: Commitment; subjectId: string | null; baseVersion: number | null }

/**
 * Records the next rows of an approved import; false when none was left. Who may was asked when it was approved. Where
 * one row spoils a batch, each is recorded by itself, and the one that fails says why.
 */
export async function unscopedRecordBatch(id: string, now: Date): Promise<boolean> {
  try {
    return await recordNext(id, now, batch)
  } catch (error) {
    if (isUnavailable(error)) throw error
    let isLeft = true
    for (let row = 0; isLeft && row < batch; row++) isLeft = await recordOne(id, now)
    return isLeft
  }
}

async function recordOne(id: string, now: Date): Promise<boolean> {
  const next = await db.importRow.findFirst({
    where: { draftId: id, isOver: false },
    orderBy: { number: 'asc' },
    select: { number: true },
  })
  try {
    return await recordNext(id, now, 1)
  } catch (error) {
    if (!next || isUnavailable(error)) throw error
    const { number } = next
    if (!(error instanceof ZodError))
      log.error({ err: error, import: id, row: number }, 'a row was not recorded')
    // Another worker may have recorded it meanwhile: then it is over, and another row has failed.
    await db.importRow.updateMany({
      where: { draftId: id, number, isOver: false },
      data: { isOver: true, fault: faultOf(error) },
    })
    return true
  }
}

/** Why a row could not be recorded, for who imports it. */
function faultOf(error: unknown): string {
  if (error instanceof ZodError) return [...new Set(zodFaults(error).map(({ message }) => message))].join(' ')
  return 'The database did not take this row. The log of the server says why: ask who runs it, then import it again.'
}

/** Records up to `most` rows in one transaction; false when none was left. */
async function recordNext(id: string, now: Date, most: number): Promise<boolean> {
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
      take: most,
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
      if (named.taken.has(row.input.ref)) throw invalid('ref', `${row.input.ref} was recorded meanwhile.`)
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
