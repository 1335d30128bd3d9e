// One interleaved run: in every round each server has a short turn at each page, so that what slows the machine for a
// while slows all of them.

import { Halt } from '#bin/steps.mjs'
import { emptyTally, fire, type Tally } from './cannon.ts'
import type { Page } from './pages.ts'

export type Side = 'product' | 'bare' | 'sql'
export type Target = {
  page: Page
  side: Side
  origin: string
  connections: number
  /** How many requests one turn is, so that it lasts about as long as was wished. */
  times: number
  tally: Tally
}

// No turn asks more often than this, however fast the server is.
const mostTimes = 100_000

export function targetsOf(pages: Page[], origins: Record<Side, string>, connections: number[]): Target[] {
  const sides: Side[] = ['product', 'bare', 'sql']
  return connections.flatMap((count) =>
    pages.flatMap((page) =>
      sides.map((side) => ({
        page,
        side,
        origin: origins[side],
        connections: count,
        times: 2 * count,
        tally: emptyTally(),
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
    await fire(target.origin, target.page.addresses, target.connections, { seconds: 1 }, warm)
    const wished = warm.seconds ? Math.ceil((warm.answers / warm.seconds) * options.seconds) : 0
    target.times = Math.min(mostTimes, Math.max(target.times, wished))
  }
  for (let round = 0; round < options.rounds; round++) {
    const from = Math.floor((round * targets.length) / options.rounds)
    for (const target of [...targets.slice(from), ...targets.slice(0, from)]) {
      stopped.throwIfAborted()
      note(`round ${round + 1} of ${options.rounds}: ${inWords(target)}`)
      await fire(target.origin, target.page.addresses, target.connections, target, target.tally)
    }
  }
  note(`${options.rounds} rounds`)
}

const inWords = ({ side, page, connections }: Target) => `${side} ${page.name}, ${connections} at once`

/** Fetches every page once: the bytes for the bare server, and the proof that each of them can be had. */
export async function fetchAll(origin: string, pages: Page[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const address of pages.flatMap(({ addresses }) => addresses)) {
    const answer = await fetch(origin + address)
    const body = await answer.text()
    if (answer.status !== 200) throw new Halt(`${address} answered ${answer.status}.`)
    found.set(address, body)
  }
  return found
}
