// How often every property is tried (fast-check's numRuns): RUNS=100 tries each a hundred times as often as usual.

export const RUNS = Number(process.env.RUNS || 1)
if (!Number.isInteger(RUNS) || RUNS < 1)
  throw new Error(`RUNS says how many times as often: a whole number, not "${process.env.RUNS}".`)

// Properties that name no number of their own. Most files have none, and are spared the third of a second to load it.
if (RUNS > 1) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 100 * RUNS })
}
