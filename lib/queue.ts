// The job queue (Graphile Worker): jobs enter in the transaction that needs them; a rollback leaves none.

import { z } from 'zod'
import type { Tx } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'

/** Held by the worker that works. Any constant does, as long as every worker of this product uses the same. */
export const workerLock = 7_031_513

type Job = 'ledger-sign' | 'capture' | 'import' | 'live-check' | 'live-checks-due' | 'mail' | 'rank'
type Options = { key?: string; runAt?: Date; priority?: number; queue?: string }

/** Queues a job; one with the same key that has not begun is replaced. Lower priorities run first. */
export async function enqueue(
  tx: Tx,
  job: Job,
  payload: { id?: string },
  { key = `${job}:${payload.id ?? ''}`, runAt, priority = 0, queue }: Options = {},
): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(
    ${job}, ${JSON.stringify(payload)}::json, queue_name := ${queue ?? null}, run_at := ${runAt ?? null}::timestamptz,
    max_attempts := 3, job_key := ${key}, priority := ${priority})`
}

/** Whether a worker stands ready to run what is queued. */
export async function hasWorker(): Promise<boolean> {
  const rows = await queryRows(z.object({ held: z.boolean() }))`
    SELECT EXISTS (SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database
      WHERE d.datname = current_database() AND locktype = 'advisory' AND objid = ${workerLock} AND granted) AS held`
  return rows[0]?.held ?? false
}

/** Whether a job with this key waits or runs; false too once it has failed for good. */
export async function isQueued(key: string): Promise<boolean> {
  const rows = await queryRows(z.object({ queued: z.boolean() }))`
    SELECT EXISTS (SELECT 1 FROM graphile_worker.jobs WHERE key = ${key} AND attempts < max_attempts) AS queued`
  return rows[0]?.queued ?? false
}
