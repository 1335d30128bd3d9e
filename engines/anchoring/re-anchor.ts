// Re-anchoring: what a newer text of an article does to the excerpts of an older one.

import type { Anchor } from '#engines/anchoring/anchor.ts'
import { type Relocation, relocator } from '#engines/anchoring/relocate.ts'

/**
 * `stands`: the same words at the same place. `moves`: the same words elsewhere, or with other quotes, spaces or forms
 * of a character. `changes`: other words in its place. `vanishes`: nothing like it is left.
 */
export type ReanchorOutcome = 'stands' | 'moves' | 'changes' | 'vanishes'
export type Reanchored<E> = { excerpt: E; outcome: ReanchorOutcome; place: Relocation | null }

const outcomes = { same: 'stands', moved: 'moves', folded: 'moves', changed: 'changes' } as const

/** The outcome of each excerpt in a newer text, in the order given. Proposals: nothing is moved by it. */
export function reanchor<E extends Anchor>(excerpts: E[], newText: string, oldText = ''): Reanchored<E>[] {
  const place = relocator(newText)
  const shifted = shiftFrom(oldText, newText)
  return excerpts.map((excerpt) => {
    const found = place(excerpt, shifted(excerpt))
    return { excerpt, outcome: found ? outcomes[found.how] : 'vanishes', place: found }
  })
}

/** Where a passage should stand now, from what both texts begin and end with: it tells equal passages apart. */
function shiftFrom(before: string, after: string): (excerpt: Anchor) => number {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return ({ start, end }) =>
    end > head && start >= before.length - tail ? start + after.length - before.length : start
}
