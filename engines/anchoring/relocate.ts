// Re-anchoring of one excerpt, exact or fuzzy: finds where it stands in another text,
// or what is most like it there; never more than a proposal.

import { type Anchor, isWhole, locate } from '#engines/anchoring/anchor.ts'
import { type Folded, folded } from '#engines/anchoring/fold.ts'
import { approximateMatches } from '#engines/anchoring/likeness.ts'

/**
 * The passage most like the wanted words, with its likeness from 0 to 1; null below 0.6. Only ever a proposal:
 * look-alike characters and up to two in five wrong ones are forgiven, so a person must confirm it.
 */
export function nearest(
  text: string,
  wanted: string,
): { start: number; end: number; likeness: number } | null {
  const copy = folded(text)
  const pattern = folded(wanted).text.trim()
  const [same] = foldedPlaces(copy, pattern)
  if (same) return { ...same, likeness: 1 }
  const [best] = approximateMatches(copy.text, pattern)
  return best ? { ...original(copy, best.start, best.end), likeness: best.likeness } : null
}

/**
 * Where an excerpt of one text stands in another. `how`: at the same offset, at another, with look-alikes exchanged, or
 * with other words. `score`, 0 to 1, falls with changed words, with changed surroundings (the more, the shorter the
 * excerpt) and when `rivals`, other places as good, exist.
 */
export type Relocation = {
  start: number
  end: number
  score: number
  how: 'same' | 'moved' | 'folded' | 'changed'
  rivals: number
}

type Wanted = Pick<Anchor, 'exact' | 'prefix' | 'suffix' | 'start'>
type Place = { start: number; end: number; likeness: number; how: Relocation['how'] }

/** The best place of an excerpt in a text, or null where nothing is like it enough. Never more than a proposal. */
export function relocate(text: string, anchor: Wanted, expected = anchor.start): Relocation | null {
  return relocator(text)(anchor, expected)
}

/** The same for many excerpts of one text, which is folded once, and only when that is needed. */
export function relocator(text: string) {
  let copy: Folded | undefined
  const fold = () => (copy ??= folded(text))
  return (anchor: Wanted, expected = anchor.start) => placeIn(text, fold, anchor, expected)
}

function placeIn(text: string, fold: () => Folded, anchor: Wanted, expected: number): Relocation | null {
  const exact: Place[] = locate(text, anchor.exact)
    .map((start) => ({ start, end: start + anchor.exact.length, likeness: 1, how: howAt(start, anchor) }))
    .filter(({ start, end }) => isWhole(text, start, end))
  // The place that was expected, even where the words stand more often than anybody would list.
  if (text.startsWith(anchor.exact, expected) && !exact.some(({ start }) => start === expected))
    exact.push({
      start: expected,
      end: expected + anchor.exact.length,
      likeness: 1,
      how: howAt(expected, anchor),
    })
  const verbatim = best(text, exact, anchor, expected)
  if (verbatim && verbatim.score >= sure) return verbatim
  const copy = fold()
  const pattern = folded(anchor.exact).text.trim()
  const alike = foldedPlaces(copy, pattern).map((each) => ({
    ...each,
    likeness: 0.99,
    how: 'folded' as const,
  }))
  const look = best(text, alike, anchor, expected)
  if (look && look.score >= sure && !verbatim) return look
  const changed = approximateMatches(copy.text, pattern).map((each) => ({
    ...original(copy, each.start, each.end),
    likeness: each.likeness,
    how: 'changed' as const,
  }))
  const isKnown = (place: Place) => [...exact, ...alike].some((each) => each.start === place.start)
  return [
    verbatim,
    look,
    best(
      text,
      changed.filter((each) => !isKnown(each)),
      anchor,
      expected,
    ),
  ]
    .filter((each) => each !== null)
    .reduce<Relocation | null>((most, each) => (most && most.score >= each.score ? most : each), null)
}

function howAt(start: number, anchor: Wanted): 'same' | 'moved' {
  return start === anchor.start ? 'same' : 'moved'
}

const sure = 0.8
const floor = 0.5
const isClose = 0.05

/** The place whose words and surroundings fit best; between equals the expected one, and then the nearest to it. */
function best(text: string, places: Place[], anchor: Wanted, expected: number): Relocation | null {
  const scored = places.map((place) => ({ ...place, score: scoreOf(text, place, anchor) }))
  scored.sort((a, b) => b.score - a.score || Math.abs(a.start - expected) - Math.abs(b.start - expected))
  const [first] = scored
  if (!first || first.score < floor) return null
  const rivals = scored.filter((each) => each !== first && each.score > first.score - isClose).length
  const isExpected = first.start === expected && first.likeness === 1
  const doubt = rivals === 0 ? 1 : isExpected ? 0.95 : 0.6
  const { start, end, how } = first
  return { start, end, how, rivals, score: Math.round(first.score * doubt * 1000) / 1000 }
}

// What the words alone can prove: forty letters, or sixteen Chinese characters, hardly stand twice by chance.
const mostOfItself = 0.85

function scoreOf(text: string, place: Place, { exact, prefix, suffix }: Wanted): number {
  const before = text.slice(Math.max(0, place.start - 2 * prefix.length), place.start)
  const after = text.slice(place.end, place.end + 2 * suffix.length)
  const length = prefix.length + suffix.length
  const alike = prefix.length * alikeAt(before, prefix, -1) + suffix.length * alikeAt(after, suffix, 1)
  const weight = Math.min(
    mostOfItself,
    (exact.length + 1.5 * (exact.match(/\p{Script=Han}/gu)?.length ?? 0)) / 40,
  )
  return place.likeness * (weight + (1 - weight) * (length === 0 ? 1 : alike / length))
}

/** How much of `wanted` stands in `text`, from where both begin (1) or where both end (-1): 0 to 1. */
function alikeAt(text: string, wanted: string, step: 1 | -1): number {
  const [one, other] = [folded(text).text.trim(), folded(wanted).text.trim()]
  const at = (whole: string, count: number) => whole.at(step === 1 ? count : -1 - count)
  let count = 0
  while (count < other.length && at(one, count) === at(other, count)) count++
  return other.length === 0 ? 1 : count / other.length
}

/** Where folded words stand in a folded text, as places in the original, whole characters only. */
function foldedPlaces(copy: Folded, pattern: string): { start: number; end: number }[] {
  const isEdge = (at: number) => at === 0 || copy.offsets[at] !== copy.offsets[at - 1]
  return locate(copy.text, pattern)
    .filter((at) => isEdge(at) && isEdge(at + pattern.length))
    .map((at) => original(copy, at, at + pattern.length))
}

function original(copy: Folded, start: number, end: number): { start: number; end: number } {
  return { start: copy.offsets[start] ?? 0, end: copy.ends[end - 1] ?? 0 }
}
