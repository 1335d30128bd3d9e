// Approximate string matching (Myers' algorithm; n-grams for long texts): finds the passages that are most
// like wanted words, in time that grows only with the text's length.

import search from 'approx-string-match'

type ApproximateMatch = { start: number; end: number; likeness: number }

/** Passages that share at least three in five characters with `pattern`, best first, none overlapping a better one. */
export function approximateMatches(text: string, pattern: string): ApproximateMatch[] {
  if (pattern === '' || text === '') return []
  const isShort = pattern.length <= longestPattern
  const isCheap = text.length * Math.ceil(pattern.length / 32) <= affordable
  const regions = isShort && isCheap ? [{ from: 0, to: text.length }] : promising(text, pattern)
  const found = regions.flatMap(({ from, to }) => {
    const part = text.slice(from, to)
    const near = isShort ? approximate(part, pattern) : framed(part, pattern)
    return near.map((each) => ({ ...each, start: each.start + from, end: each.end + from }))
  })
  found.sort((a, b) => b.likeness - a.likeness || a.start - b.start)
  const best: ApproximateMatch[] = []
  for (const each of found) {
    if (best.length === mostPassages) break
    if (best.every((other) => other.end <= each.start || other.start >= each.end)) best.push(each)
  }
  return best
}

const longestPattern = 800
const affordable = 4_000_000
const mostPassages = 8
const mostErrors = 0.4

function approximate(text: string, pattern: string): ApproximateMatch[] {
  const limit = Math.floor(pattern.length * mostErrors)
  // Matches that end one character apart are one place: the longest of them keeps the words whole.
  return search(text, pattern, limit)
    .sort((a, b) => a.errors - b.errors || b.end - b.start - (a.end - a.start))
    .map(({ start, end, errors }) => ({ start, end, likeness: 1 - errors / pattern.length }))
}

/** A long pattern is looked for by its first and last words; how alike the rest is, its four-letter pieces tell. */
function framed(text: string, pattern: string): ApproximateMatch[] {
  const heads = approximate(text, pattern.slice(0, frame))
  const tails = approximate(text, pattern.slice(-frame))
  const pairs = heads.slice(0, 4).flatMap(({ start }) => {
    const length = (end: number) => Math.abs(end - start - pattern.length)
    const tail = tails.toSorted((a, b) => length(a.end) - length(b.end))[0]
    if (!tail || length(tail.end) > pattern.length / 2) return []
    return [{ start, end: tail.end, likeness: overlap(text.slice(start, tail.end), pattern) }]
  })
  return pairs.filter(({ likeness }) => likeness >= 1 - mostErrors)
}

const frame = 200

/** The share of four-letter pieces that two texts have in common (Dice's coefficient, repeated pieces counted). */
export function overlap(one: string, other: string): number {
  const counts = new Map<string, number>()
  for (let at = 0; at + 4 <= one.length; at++)
    counts.set(one.slice(at, at + 4), (counts.get(one.slice(at, at + 4)) ?? 0) + 1)
  let common = 0
  for (let at = 0; at + 4 <= other.length; at++) {
    const piece = other.slice(at, at + 4)
    const left = counts.get(piece) ?? 0
    if (left > 0) common++
    counts.set(piece, left - 1)
  }
  const pieces = Math.max(0, one.length - 3) + Math.max(0, other.length - 3)
  return pieces === 0 ? Number(one === other) : (2 * common) / pieces
}

/** The stretches with most of the pattern's three-letter pieces, rare ones counting more: one pass to weigh, one to sum. */
function promising(text: string, pattern: string): { from: number; to: number }[] {
  const wanted = new Uint8Array(0x10000)
  for (let at = 0; at + 3 <= pattern.length; at++) wanted[piece(pattern, at)] = 1
  const counts = new Uint32Array(0x10000)
  for (let at = 0; at + 3 <= text.length; at++) {
    const each = piece(text, at)
    if (wanted[each]) counts[each] = (counts[each] ?? 0) + 1
  }
  const width = Math.max(32, pattern.length)
  const sums = new Float64Array(Math.ceil(text.length / width) + 1)
  for (let at = 0; at + 3 <= text.length; at++) {
    const each = piece(text, at)
    const bucket = Math.floor(at / width)
    if (wanted[each]) sums[bucket] = (sums[bucket] ?? 0) + 1 / Math.sqrt(counts[each] ?? 1)
  }
  const pairs = Array.from(sums.subarray(0, -1), (sum, at) => ({ at, sum: sum + (sums[at + 1] ?? 0) }))
  return pairs
    .sort((a, b) => b.sum - a.sum)
    .slice(0, mostPassages)
    .map(({ at }) => ({
      from: Math.max(0, Math.floor((at - 0.5) * width)),
      to: Math.min(text.length, Math.ceil((at + 2.5) * width)),
    }))
}

function piece(text: string, at: number): number {
  const sum = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2)
  return sum & 0xffff
}
