// One interleaved run: in every round each server has a short turn at each page, so that what slows the machine for a
// while slows all of them.

import type { Server } from '../servers.ts'
import { emptyTally, fire, type Tally } from './cannon.ts'
import type { Page } from './pages.ts'
import { processorMs } from './processor.ts'

export const sides = ['kept', 'bare', 'drawn', 'floor', 'sql'] as const
export type Side = (typeof sides)[number]
export type Target = {
  page: Page
  side: Side
  server: Server
  connections: number
  /** How many requests one turn is, so that it lasts about as long as was wished. */
  times: number
  tally: Tally
  /** What the server's process took of the processor for them; NaN where the system does not say. */
  spentMs: number
}

// No turn asks more often than this, however fast the server is.
const mostTimes = 100_000

export function targetsOf(pages: Page[], servers: Record<Side, Server>, connections: number[]): Target[] {
  return connections.flatMap((count) =>
    pages.flatMap((page) =>
      sides.map((side) => ({
        page,
        side,
        server: servers[side],
        connections: count,
        times: 2 * count,
        tally: emptyTally(),
        spentMs: 0,
      })),
    ),
  )
}

export async function measure(
  targets: Target[],
  options: { rounds: number; seconds: number },
  stopped: AbortSignal,
  note: (text: string) => void,
): Promise<void> {
  for (const target of targets) {
    stopped.throwIfAborted()
    note(`warming up: ${inWords(target)}`)
    const warm = emptyTally()
    await fire(target.server.origin, target.page.addresses, target.connections, { seconds: 1 }, warm)
    const wished = warm.seconds ? Math.ceil((warm.answers / warm.seconds) * options.seconds) : 0
    target.times = Math.min(mostTimes, Math.max(target.times, wished))
  }
  for (let round = 0; round < options.rounds; round++) {
    const from = Math.floor((round * targets.length) / options.rounds)
    for (const target of [...targets.slice(from), ...targets.slice(0, from)]) {
      stopped.throwIfAborted()
      note(`round ${round + 1} of ${options.rounds}: ${inWords(target)}`)
      const before = processorMs(target.server.pid)
      // A machine that has become busier does not make a turn last for ever.
      const extent = { times: target.times, seconds: 2 * options.seconds }
      await fire(target.server.origin, target.page.addresses, target.connections, extent, target.tally)
      target.spentMs += processorMs(target.server.pid) - before
    }
  }
  note(`${options.rounds} rounds`)
}

const inWords = ({ side, page, connections }: Target) => `${side} ${page.name}, ${connections} at once`
