// The worker (job runner): runs jobs until told to stop. One works on a database; a second one stands by.

import { setTimeout as later } from 'node:timers/promises'
import { Logger, makeWorkerUtils, parseCrontab, run } from 'graphile-worker'
import pg from 'pg'
import { env } from '#lib/env.ts'
import { isUnavailable } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { workerLock } from '#lib/queue.ts'
import { calendar, handlers } from '#worker/handlers.ts'

const connectionString = env().DATABASE_URL
const logger = new Logger((scope) => (level, message) => {
  if (level === 'error') log.error({ scope }, message)
})

const holder = await connected()
// Without its connection the lock is gone too: the supervisor starts another worker.
holder.on('error', (error) => {
  log.error({ err: error }, 'the worker lost the database')
  process.exit(1)
})
await holder.query('SELECT pg_advisory_lock($1)', [workerLock])
await unlockDead()

const worker = await run({
  connectionString,
  concurrency: 3,
  maxPoolSize: 5,
  pollInterval: 1_000,
  taskList: handlers,
  parsedCronItems: parseCrontab(calendar),
  logger,
  // It catches SIGTERM and SIGINT itself: it finishes the jobs in hand, then goes.
})
await worker.addJob('ledger-check', {}, { jobKey: 'ledger-check' })
await worker.promise
process.exit(0)

/** A database that does not answer is waited for: who waits is there at once when it does. */
async function connected(): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: 5_000,
      application_name: 'followthrough worker',
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      if (!isUnavailable(error)) throw error
      await later(500)
    }
  }
}

/** Jobs of a worker that was killed stay locked for four hours; whoever holds the lock knows that nobody else works. */
async function unlockDead(): Promise<void> {
  const { rows } = await holder.query<{ worker: string }>(
    'SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
  )
  if (rows.length === 0) return
  const utils = await makeWorkerUtils({ connectionString, logger })
  await utils.forceUnlockWorkers(rows.map((row) => row.worker))
  await utils.release()
}
