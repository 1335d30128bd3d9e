// Appends to the ledger, inside the transaction of the change that it records.

import type { Tx } from '#lib/db.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { follow, type LedgerKind, type Link, type Subject } from '#lib/ledger/rules.ts'

/**
 * Locks the head and returns it with the instant of the coming entry, later than every instant before it: what was
 * known at an instant then never changes. Take it before the change, so that changes and entries have one order.
 */
export async function lockHead(tx: Tx, now: Date): Promise<{ head: Link; at: Date }> {
  const [head] = await tx.$queryRaw<Link[]>`SELECT seq, at, hash FROM "LedgerHead" WHERE id = 1 FOR UPDATE`
  if (!head) throw new Error('The ledger has no head: the migrations did not run to the end.')
  return { head, at: new Date(Math.max(now.getTime(), head.at.getTime() + 1)) }
}

/** Appends one entry after a locked head and returns the new head. The database moves the stored head itself. */
export async function append(
  tx: Tx,
  locked: { head: Link; at: Date },
  kind: LedgerKind,
  subjectId: string,
  subject: Subject,
): Promise<Link> {
  const entry = follow(locked.head, locked.at, kind, subjectId, subject)
  await tx.ledgerEntry.create({ data: entry })
  await enqueue(tx, 'ledger-sign', {}, { key: 'ledger-sign' })
  return entry
}
