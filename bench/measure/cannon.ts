// Asks one server for the addresses of one page, for a while, and keeps every answer's time.

import autocannon from 'autocannon'

/** Sums over all slices of one target: answers, the seconds they took, and each one's milliseconds. */
export type Tally = { answers: number; seconds: number; ms: number[]; failures: Record<string, number> }
export const emptyTally = (): Tally => ({ answers: 0, seconds: 0, ms: [], failures: {} })

/** How long to ask: for some seconds (what is under way at their end is lost), or so many times, each to its end. */
export type Extent = { seconds: number } | { times: number }

export async function fire(
  origin: string,
  addresses: readonly string[],
  connections: number,
  extent: Extent,
  into: Tally,
): Promise<void> {
  let nth = 0
  const fail = (why: string) => {
    into.failures[why] = (into.failures[why] ?? 0) + 1
  }
  const start = performance.now()
  let last = start
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  const settings: autocannon.Options = {
    url: origin,
    connections,
    ...('times' in extent ? { amount: extent.times } : { duration: extent.seconds }),
    sampleInt: 100,
    timeout: 60,
    requests: [{ path: '/' }],
    // Each connection starts at another address, so that they do not all want the same one at once.
    setupClient: (client) => {
      const from = Math.floor((nth++ * addresses.length) / connections)
      const turned = [...addresses.slice(from), ...addresses.slice(0, from)]
      client.setRequests(turned.map((path) => ({ method: 'GET', path })))
    },
  }
  const running = autocannon(settings, (error: unknown) => (error ? reject(error) : resolve()))
  running.on('response', (_client, status, _bytes, ms) => {
    last = performance.now()
    if (status !== 200) return fail(String(status))
    into.answers++
    into.ms.push(ms)
  })
  running.on('reqError', (error: unknown) => fail(error instanceof Error ? error.message : String(error)))
  await done
  into.seconds += (last - start) / 1_000
}

/** The value below which a share of the times lies, nearest rank; NaN when there is none. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
