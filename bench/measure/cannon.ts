// Asks one server for the addresses of one page, for a while, and keeps every answer's time. Plain sockets and prepared
// requests: a client that builds and parses more costs as much as the server it is to measure.

import { connect } from 'node:net'

/** Sums over all slices of one target: answers, the seconds they took, and each one's milliseconds. */
export type Tally = { answers: number; seconds: number; ms: number[]; failures: Record<string, number> }
export const emptyTally = (): Tally => ({ answers: 0, seconds: 0, ms: [], failures: {} })

/** How long to ask: for some seconds and at most so many times. What is under way at the end is waited for. */
type Extent = { seconds: number; times?: number }

const patienceMs = 60_000
const empty = Buffer.alloc(0)

export async function fire(
  origin: string,
  addresses: readonly string[],
  connections: number,
  extent: Extent,
  into: Tally,
): Promise<void> {
  const { host, hostname, port } = new URL(origin)
  const requests = addresses.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n`),
  )
  const start = performance.now()
  const end = start + extent.seconds * 1_000
  let left = extent.times ?? Number.POSITIVE_INFINITY
  let last = start
  const fail = (why: string) => {
    into.failures[why] = (into.failures[why] ?? 0) + 1
  }

  function connection(nth: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    // Each connection starts at another address, so that they do not all want the same one at once.
    let at = Math.floor((nth * requests.length) / connections)
    let asked = 0
    let missing = 0
    let head: Buffer = empty
    const stop = () => {
      socket.destroy()
      resolve()
    }
    const ask = () => {
      asked = performance.now()
      if (left <= 0 || asked >= end) return stop()
      left--
      socket.write(requests[at] ?? empty)
      at = (at + 1) % requests.length
    }
    const answered = () => {
      last = performance.now()
      into.answers++
      into.ms.push(last - asked)
      ask()
    }
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer')))
    socket.on('error', (error) => fail(error.message))
    socket.on('close', () => resolve())
    socket.on('connect', ask)
    socket.on('data', (chunk: Buffer) => {
      if (missing > 0) {
        missing -= chunk.length
        return missing === 0 ? answered() : undefined
      }
      head = head.length ? Buffer.concat([head, chunk]) : chunk
      const cut = head.indexOf('\r\n\r\n')
      if (cut < 0) return
      const said = head.toString('latin1', 0, cut)
      const status = said.slice(9, 12)
      const length = /\r\ncontent-length: (\d+)/i.exec(said)?.[1]
      missing = cut + 4 + Number(length) - head.length
      head = empty
      if (status !== '200' || length === undefined) {
        fail(status === '200' ? 'no length' : status)
        return stop()
      }
      if (missing === 0) answered()
    })
    return promise
  }

  await Promise.all(Array.from({ length: connections }, (_, nth) => connection(nth)))
  into.seconds += (last - start) / 1_000
}

/** The value below which a share of the times lies, nearest rank; NaN when there is none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
