// The jobs, one line each.

import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { system } from '#lib/auth/viewer.ts'
import { runCapture } from '#lib/captures/run.ts'
import { recordCheck } from '#lib/ledger/check.ts'
import { rankSnapshot } from '#lib/proposals/write.ts'

const idOf = (payload: unknown) => z.object({ id: z.string() }).parse(payload).id

export const handlers = {
  capture: async (payload) => runCapture(system, idOf(payload)),
  rank: async (payload) => rankSnapshot(system, idOf(payload)),
  'ledger-check': async () => recordCheck(system),
} satisfies TaskList

/** Once an hour the whole chain is gone over, and the public ledger page says when and with what result. */
export const calendar = '7 * * * * ledger-check ?max=1&jobKey=ledger-check'
