// Change detection: what the words of a live page mean beside everything that is archived of it.

import type { Anchor } from '#engines/anchoring/anchor.ts'
import { folded } from '#engines/anchoring/fold.ts'
import { type Reanchored, reanchor } from '#engines/anchoring/re-anchor.ts'

type Archived<E> = { text: string; excerpts: E[] }

/**
 * The outcome, in a newer text, of every excerpt that the newest archived text holds: its own, and those of older ones
 * that still stand in it. What was lost before the newest archiving is no news. Snapshots come newest first.
 */
export function excerptOutcomes<E extends Anchor>(snapshots: Archived<E>[], text: string): Reanchored<E>[] {
  const [newest, ...older] = snapshots
  if (!newest) return []
  const carried = older.map((each) => {
    const outcomes = reanchor(each.excerpts, newest.text, each.text)
    return { text: each.text, excerpts: outcomes.filter(isStillThere).map(({ excerpt }) => excerpt) }
  })
  return [newest, ...carried].flatMap((each) => reanchor(each.excerpts, text, each.text))
}

/** Whether an excerpt's own words still stand, wherever that is. */
export function isStillThere({ outcome }: Pick<Reanchored<unknown>, 'outcome'>): boolean {
  return outcome === 'stands' || outcome === 'moves'
}

/** How much of a text, by length, stands paragraph for paragraph in another, look-alikes forgiven: 0 to 1. */
export function shareKept(before: string, after: string): number {
  const there = folded(after).text
  const paragraphs = before
    .split('\n')
    .map((each) => folded(each).text.trim())
    .filter((each) => each !== '')
  const sum = (texts: string[]) => texts.reduce((total, each) => total + each.length, 0)
  const all = sum(paragraphs)
  return all === 0 ? 1 : sum(paragraphs.filter((each) => there.includes(each))) / all
}
