// The jobs, one line each.

import type { TaskList } from 'graphile-worker'
import { system } from '#lib/auth/viewer.ts'
import { recordCheck } from '#lib/ledger/check.ts'

export const handlers = {
  'ledger-check': async () => recordCheck(system),
} satisfies TaskList

/** Once an hour the whole chain is gone over, and the public ledger page says when and with what result. */
export const calendar = '7 * * * * ledger-check ?max=1&jobKey=ledger-check'
