// Keeps the verdict of verifying the ledger, for the public ledger page.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { log } from '#lib/log.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

/** Verifies the ledger and records the verdict; a fault is also logged as an error. */
export async function recordCheck(viewer: Viewer, now = new Date()): Promise<void> {
  authorize(viewer, 'ledger.check', 'any')
  const { seq, snapshots, excerpts, updates, fault } = await verifyLedger(viewer)
  if (fault) log.error({ fault }, 'the ledger does not verify')
  await db.ledgerCheck.create({ data: { seq, snapshots, excerpts, updates, fault, at: now } })
}
