import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '#lib/hash.ts'
import { type ChainLink, chainFault, genesis } from '#lib/ledger/rules.ts'
import { live } from '#lib/updates/rules.ts'
import { tables } from './tables.ts'
import { sizesAt, type Workload, workload } from './workload.ts'

let made: Workload
beforeAll(() => {
  made = workload(0.01)
})

const print = (of: Workload) => {
  const rows = [...tables(of)].map(({ name, rows }) => [name, [...rows]])
  return sha256(JSON.stringify(rows))
}

describe('the reference workload', () => {
  test('is the same for the same seed and another for another', () => {
    expect(print(workload(0.002, 7))).toBe(print(workload(0.002, 7)))
    expect(print(workload(0.002, 8))).not.toBe(print(workload(0.002, 7)))
  })

  test('has the sizes that the targets name', () => {
    const full = { summits: 200, commitments: 10_000, updates: 100_000, excerpts: 120_000, articles: 20_000 }
    expect(sizesAt(1)).toEqual(full)
    const counts = {
      summits: made.summits.length,
      commitments: made.commitments.length,
      updates: made.updates.length,
      excerpts: made.articles.flatMap(({ excerpts }) => excerpts).length,
      articles: made.articles.length,
    }
    expect(counts).toEqual(made.sizes)
    const bytes = made.articles.reduce((all, { snapshot }) => all + snapshot.bytes.length, 0)
    expect(bytes / made.articles.length).toBeGreaterThan(4_900)
    expect(bytes / made.articles.length).toBeLessThan(5_100)
  })

  test('has a ledger in which every entry follows from the one before', () => {
    let before: ChainLink = genesis
    for (const entry of made.entries()) {
      expect(chainFault(before, entry)).toBeNull()
      before = entry
    }
    expect(before.seq).toBeGreaterThan(made.updates.length + made.commitments.length)
  })

  test('quotes every excerpt word for word', () => {
    for (const { snapshot, excerpts } of made.articles)
      for (const { exact, prefix, suffix, start, end } of excerpts) {
        expect(snapshot.text.slice(start, end)).toBe(exact)
        expect(snapshot.text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix)
      }
  })

  test('proves every update, and shows each after what it rests on', () => {
    for (const [at, update] of made.updates.entries()) {
      const proof = made.evidence[at] ?? []
      expect(proof.length).toBeGreaterThan(0)
      expect(update.publishedAt > update.commitment.recordedAt).toBe(true)
      for (const { article, excerpt } of proof) {
        expect(article.createdAt < update.publishedAt).toBe(true)
        if (excerpt) expect(article.excerpts).toContain(excerpt)
      }
    }
  })

  test('corrects and withdraws some, each after its publication and none twice', () => {
    const corrections = made.updates.filter(({ supersedes }) => supersedes)
    expect(corrections.length).toBeGreaterThan(5)
    expect(new Set(corrections.map(({ supersedes }) => supersedes?.id)).size).toBe(corrections.length)
    for (const { supersedes, publishedAt } of corrections)
      expect(supersedes && supersedes.publishedAt < publishedAt).toBe(true)
    const withdrawn = made.updates.filter(({ withdrawal }) => withdrawal)
    expect(withdrawn.length).toBeGreaterThan(0)
    const dated = made.updates.map((each) => ({
      id: each.id,
      commitmentId: each.commitment.id,
      partyId: each.party?.id ?? null,
      status: each.status,
      occurredOn: each.occurredOn,
      publishedAt: each.publishedAt,
      supersedesId: each.supersedes?.id ?? null,
      withdrawnAt: each.withdrawal?.at ?? null,
    }))
    const gone = corrections.length + withdrawn.length
    expect(live(dated, new Date('2026-07-01'))).toHaveLength(made.updates.length - gone)
  })
})
