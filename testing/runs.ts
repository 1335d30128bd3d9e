// How often every property is tried (fast-check's numRuns): RUNS=100 tries each a hundred times as often as usual.

import fc from 'fast-check'

export const RUNS = Number(process.env.RUNS || 1)
if (!Number.isInteger(RUNS) || RUNS < 1)
  throw new Error(`RUNS says how many times as often: a whole number, not "${process.env.RUNS}".`)

// Properties that name no number of their own.
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 100 * RUNS })
