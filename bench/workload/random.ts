// Chance that comes out the same every time.

export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** `n` different ones, in the order of `from`. */
  some<T>(from: readonly T[], n: number): T[]
  chance(probability: number): boolean
  id(): string
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-'

/** mulberry32, by Tommy Ettinger (public domain): 32 bits of state are plenty for a workload. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const next = () => bits() / 2 ** 32
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new Error('Nothing to pick from.')
    return found
  }
  const some = <T>(from: readonly T[], n: number) => {
    const left = from.map((_, at) => at)
    while (left.length > n) left.splice(int(0, left.length - 1), 1)
    return left.flatMap((at) => from.slice(at, at + 1))
  }
  const five = () => {
    let left = bits()
    let text = ''
    for (let each = 0; each < 5; each++) {
      text += letters[left & 63]
      left >>>= 6
    }
    return text
  }
  return {
    next,
    int,
    pick,
    some,
    chance: (probability) => next() < probability,
    id: () => `${five()}${five()}00`,
  }
}
