// How far a text agrees with what people marked, by runs of words, as scrapinghub/article-extraction-benchmark defines it.

export type Agreement = { precision: number; recall: number; f1: number }

export function agreement(gold: string, text: string, size: number): Agreement {
  const [wanted, found] = [runs(gold, size), runs(text, size)]
  let shared = 0
  for (const [run, times] of found) shared += Math.min(times, wanted.get(run) ?? 0)
  const [all, own] = [total(wanted), total(found)]
  const precision = own > 0 ? shared / own : Number(all === 0)
  const recall = all > 0 ? shared / all : Number(own === 0)
  return { precision, recall, f1: harmonic(precision, recall) }
}

function runs(text: string, size: number): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  if (words.length === 0) return counts
  for (let at = 0; at < Math.max(1, words.length - size + 1); at += 1) {
    const run = words.slice(at, at + size).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, each) => sum + each, 0)

export const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))
export const mean = (values: number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length)
export const percentile = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
