// Appends to the ledger (append-only, a hash chain), inside the transaction of the change that it records.

import { z } from 'zod'
import type { Tx } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { type ChainLink, chainStep, type LedgerKind, type Subject } from '#lib/ledger/rules.ts'
import { enqueue } from '#lib/queue.ts'

const Head = z.object({ seq: z.number(), at: z.date(), hash: z.string() })

/**
 * Locks the head and returns it with the instant of the coming entry, later than every instant before it: what was
 * known at an instant then never changes. Take it before the change, so that changes and entries have one order.
 */
export async function lockHead(tx: Tx, now: Date): Promise<{ head: ChainLink; at: Date }> {
  const [head] = await queryRows(Head, tx)`SELECT seq, at, hash FROM "LedgerHead" WHERE id = 1 FOR UPDATE`
  if (!head) throw new Error('The ledger has no head: the migrations did not run to the end.')
  return { head, at: new Date(Math.max(now.getTime(), head.at.getTime() + 1)) }
}

export type Locked = Awaited<ReturnType<typeof lockHead>>
export type News = { kind: LedgerKind; subjectId: string; subject: Subject }

/**
 * Appends one entry after a locked head and returns the new head. The rest is set in motion in the database, in the same
 * transaction, by triggers on LedgerEntry and LedgerHead, whose functions stand in prisma/sql:
 * - ledger.sql `guard_entry`: refuses what does not follow the head, and moves the head; `guard_head` lets it only grow
 * - live.sql `live_follow`: what counts now (LiveUpdate, CurrentStatus, StatusCount) of the updates and commitments that are named
 * - as-of.sql `past_follow`: the wording from this instant on (CommitmentHistory, SummitHistory, NameHistory), but for updates and merges
 * - search.sql `search_follow`: what can be searched (SearchEntry, SearchWord), with the sources it rests on
 * - content-version.sql `tell_head`: tells web servers, when the transaction commits, that pages of before are old
 */
export async function append(
  tx: Tx,
  locked: Locked,
  kind: LedgerKind,
  subjectId: string,
  subject: Subject,
): Promise<ChainLink> {
  await appendAll(tx, locked, [{ kind, subjectId, subject }])
  return chainStep(locked.head, locked.at, kind, subjectId, subject)
}

/** Does what append() does for entries in this order, a millisecond apart: the nth is of the instant `instantOf(locked, n)`. */
export async function appendAll(tx: Tx, locked: Locked, news: News[]): Promise<void> {
  let head = locked.head
  const entries = news.map(({ kind, subjectId, subject }, n) => {
    const entry = chainStep(head, instantOf(locked, n), kind, subjectId, subject)
    head = entry
    return entry
  })
  await tx.ledgerEntry.createMany({ data: entries })
  await enqueue(tx, 'ledger-sign', {}, { key: 'ledger-sign' })
}

export function instantOf({ at }: Locked, n: number): Date {
  return new Date(at.getTime() + n)
}
