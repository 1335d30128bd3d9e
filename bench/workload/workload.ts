// The reference workload: the same rows for the same seed and scale, whoever makes it and whenever.

import { actsOf, chain, spread } from './ledger.ts'
import { random } from './random.ts'
import { type Article, article, type Evidence, evidence } from './sources.ts'
import { areas, type Commitment, commitment, parties, summit } from './summits.ts'
import { history, quotas, withdrawSome } from './updates.ts'

export type Sizes = ReturnType<typeof sizesAt>
export type Workload = ReturnType<typeof workload>

const full = { summits: 200, commitments: 10_000, updates: 100_000, excerpts: 120_000, articles: 20_000 }

/** The sizes at a scale: 1 is the reference workload of the targets. */
export function sizesAt(scale: number) {
  const at = (n: number) => Math.max(1, Math.round(n * scale))
  const { summits, commitments, updates, excerpts, articles } = full
  return {
    summits: at(summits),
    commitments: at(commitments),
    updates: at(updates),
    excerpts: at(excerpts),
    articles: at(articles),
  }
}

/** About 600 MB at scale 1; the entries of the ledger are made while they are read. */
export function workload(scale = 1, seed = 20_231_115) {
  const sizes = sizesAt(scale)
  const chance = random(seed)
  const people = { analyst: chance.id(), reviewer: chance.id() }
  const known = { parties: parties(chance), areas: areas(chance) }
  const summits = Array.from({ length: sizes.summits }, (_, at) =>
    summit(chance, at, sizes.summits, known.parties),
  )
  const commitments = shares(sizes.commitments, sizes.summits).flatMap((share, at) =>
    summits
      .slice(at, at + 1)
      .flatMap((of) => Array.from({ length: share }, (_, nth) => commitment(chance, of, nth, known.areas))),
  )
  const quota = quotas(chance, commitments.length, sizes.updates)
  const updates = commitments.flatMap((each, at) => history(chance, each, quota[at] ?? 0))
  withdrawSome(chance, updates)
  updates.sort((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime())

  // Each article is what a run of updates, published one after another, rests on.
  const articles: Article[] = []
  const proofs: Evidence[][] = []
  const quotes = shares(sizes.excerpts, sizes.articles)
  for (const [at, share] of shares(sizes.updates, sizes.articles).entries()) {
    const first = updates[proofs.length]
    if (!first) break
    const source = article(chance, at, first, quotes[at] ?? 0)
    articles.push(source)
    for (let nth = 0; nth < share; nth++) proofs.push(evidence(chance, source, nth))
  }
  for (const each of commitments) each.promisedInId = promisedIn(each, articles)
  const acts = actsOf({ summits, commitments, updates, evidence: proofs }, people)
  spread(acts)
  return {
    ...known,
    sizes,
    people,
    summits,
    commitments,
    updates,
    articles,
    evidence: proofs,
    entries: () => chain(acts),
  }
}

/** `total` in `n` parts that differ by one at most. */
function shares(total: number, n: number): number[] {
  const upTo = (at: number) => Math.floor((at * total) / n)
  return Array.from({ length: n }, (_, at) => upTo(at + 1) - upTo(at))
}

/** The spare quote of the last article before the commitment was recorded; articles are in order of time. */
function promisedIn(commitment: Commitment, articles: readonly Article[]): string | null {
  let [low, high] = [0, articles.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((articles[middle]?.createdAt ?? commitment.recordedAt) < commitment.recordedAt) low = middle + 1
    else high = middle
  }
  return articles[low - 1]?.excerpts.at(-1)?.id ?? null
}
