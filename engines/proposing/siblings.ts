// Knows how to tell apart commitments of one area between the same parties: by the words that only some of them hold.

import type { DocumentReading } from '#engines/proposing/document.ts'
import type { Matcher } from '#engines/proposing/matcher.ts'

/** What is left of a score where a sentence uses the words of a sibling, and none of one's own. */
const least = 0.65

const familyOf = ({ commitment, topics }: Matcher) =>
  `${[...commitment.parties].sort().join(' ')}: ${[...topics.keys()].find((topic) => !topic.includes('/'))}`

function families(all: Matcher[]): Matcher[][] {
  const known = all.filter(({ isKnown }) => isKnown)
  return [...Map.groupBy(known, familyOf).values()].filter((family) => family.length > 1)
}

/** By sentence, how much of it is said in words that are the commitment's and not its whole family's. */
function tellingOf({ where }: DocumentReading, { own }: Matcher, count: Map<string, number>, size: number) {
  const telling = new Map<number, number>()
  for (const term of own) {
    const rarity = 1 - (count.get(term) ?? size) / size
    if (rarity <= 0) continue
    for (const at of where.get(term) ?? [])
      telling.set(at, (telling.get(at) ?? 0) + rarity * (term.includes(' ') ? 2 : 1))
  }
  return telling
}

/** For each commitment that has siblings, the factor of each sentence that speaks to one of them more than to others. */
export function siblingFactors(reading: DocumentReading, all: Matcher[]): Map<Matcher, Map<number, number>> {
  const factors = new Map<Matcher, Map<number, number>>()
  for (const family of families(all)) {
    const count = new Map<string, number>()
    for (const { own } of family) for (const term of own) count.set(term, (count.get(term) ?? 0) + 1)
    const tellings = family.map((each) => tellingOf(reading, each, count, family.length))
    const most = new Map<number, number>()
    for (const telling of tellings)
      for (const [at, much] of telling) most.set(at, Math.max(most.get(at) ?? 0, much))
    family.forEach((each, index) => {
      const share = (at: number, top: number) => (tellings[index]?.get(at) ?? 0) / top
      factors.set(each, new Map([...most].map(([at, top]) => [at, least + (1 - least) * share(at, top)])))
    })
  }
  return factors
}
