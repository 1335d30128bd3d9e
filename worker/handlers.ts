// Job handlers and crontab of the queue (Graphile Worker): one line for each job.

import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { system } from '#lib/auth/viewer.ts'
import { runCapture } from '#lib/captures/run.ts'
import { queueUnfinished, runImport } from '#lib/imports/run.ts'
import { signHead } from '#lib/ledger/checkpoint.ts'
import { runLiveCheck } from '#lib/live-checks/run.ts'
import { queueDueLiveChecks } from '#lib/live-checks/write.ts'
import { sendMessage } from '#lib/outbox/run.ts'
import { rankSnapshot } from '#lib/proposals/run.ts'
import { recordCheck } from '#worker/check-ledger.ts'

const idOf = (payload: unknown) => z.object({ id: z.string() }).parse(payload).id

export const handlers = {
  capture: async (payload) => runCapture(system, idOf(payload)),
  import: async (payload) => runImport(system, idOf(payload)),
  'imports-due': async () => queueUnfinished(system),
  'live-check': async (payload) => runLiveCheck(system, idOf(payload)),
  // As it was called before 0.2.0: one may wait in the queue of an older database.
  look: async (payload) => runLiveCheck(system, idOf(payload)),
  'live-checks-due': async () => void (await queueDueLiveChecks(system)),
  mail: async (payload) => sendMessage(system, idOf(payload)),
  rank: async (payload) => rankSnapshot(system, idOf(payload)),
  'ledger-check': async () => recordCheck(system),
  'ledger-sign': async () => signHead(system),
} satisfies TaskList

/**
 * Hourly the whole chain is gone over, which the public ledger page tells; every ten minutes live checks that are due
 * are queued; every minute imports go on that a crash has stopped. */
export const calendar = `0 * * * * ledger-sign ?max=1&jobKey=ledger-sign
7 * * * * ledger-check ?max=1&jobKey=ledger-check
*/10 * * * * live-checks-due ?max=1&jobKey=live-checks-due
* * * * * imports-due ?max=1&jobKey=imports-due`
