// Fetches one address in a process of its own, and says what came of it, how long it took and what it weighed.

import { CaptureFailure } from '#engines/fetching/faults.ts'
import { fetchPage } from '#engines/fetching/fetch.ts'
import type { Limits } from '#engines/fetching/limits.ts'
import { theWeb } from '#engines/fetching/outside.ts'

const [honest = '', address = '', given = '{}'] = process.argv.slice(2)
const outside = theWeb({ allowPrivate: true, userAgent: 'Followthrough/lab' })
const limits: Partial<Limits> = JSON.parse(given)

// The first fetch loads the parser and the decoder: what they weigh is not the answer's doing.
await fetchPage(honest, { outside })
let uncaught = 0
process.on('uncaughtException', () => uncaught++).on('unhandledRejection', () => uncaught++)
globalThis.gc?.()
const before = process.memoryUsage.rss()
const earlierPeak = process.resourceUsage().maxRSS * 1_024
let highest = before
const look = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss())
}, 5)

const since = performance.now()
const fault = await fetchPage(address, { outside, limits }).then(
  ({ bytes }) => `took ${bytes.length} bytes`,
  (error) => (error instanceof CaptureFailure ? error.fault : `not a failure of a capture: ${error}`),
)
const ms = performance.now() - since
clearInterval(look)
const peak = process.resourceUsage().maxRSS * 1_024
const grown = Math.max(highest, peak > earlierPeak ? peak : 0) - before
// Whatever still throws does so before the connection has closed.
process.on('beforeExit', () => {
  console.log(JSON.stringify({ fault, ms: Math.round(ms), megabytes: Math.round(grown / 2 ** 20), uncaught }))
  process.exit(0)
})
