// Relevance scores: knows how surely each sentence of a document is about what a commitment asks for.

import type { DocumentReading, ReadSentence } from '#engines/proposing/document.ts'
import { isTurnedTo, namesThem, ownShare, type Scope } from '#engines/proposing/document-scope.ts'
import type { Matcher, Tier } from '#engines/proposing/matcher.ts'

export type Stretch = { start: number; end: number }
/** `at` counts sentences; `words` stand in the document. */
export type TopicMatch = { at: number; topic: number; words: Stretch[] }

/** A score from which a sentence speaks to a commitment without doubt. */
export const certainFrom = 0.5

const worth: Record<Tier, number> = { sure: 0.72, likely: 0.4, hint: 0.15, against: 0 }
const ownWorth = { single: 0.2, pair: 0.4 }
const either = (one: number, other: number) => 1 - (1 - one) * (1 - other)
/** How many sentences before, in the same paragraph, tell what a document has turned to. */
const reach = 4

const hasSure = (read: ReadSentence | undefined, { topics }: Matcher) =>
  [...topics.keys()].some((topic) => read?.topics.get(topic)?.some(({ value }) => value.tier === 'sure'))

/** How surely a sentence is of a commitment's areas: terms add up, hints only beside better ones. */
function areaScore(
  read: ReadSentence,
  { topics }: Matcher,
  isNear: boolean,
): { score: number; words: Stretch[]; isAgainst: boolean } {
  const found = [...topics].flatMap(([topic, weight]) =>
    (read.topics.get(topic) ?? []).map((term) => ({ term, tier: term.value.tier, weight })),
  )
  const isCertain = isNear || found.some(({ tier }) => tier === 'sure' || tier === 'likely')
  const once = new Map(found.map((each) => [each.term.phrase, each]))
  let miss = 1
  for (const { tier, weight } of once.values())
    if (tier !== 'hint' || isCertain) miss *= 1 - worth[tier] * weight
  const isAgainst = found.some(({ tier }) => tier === 'against')
  const words = found.filter(({ tier }) => tier !== 'against').map(({ term }) => term)
  return { score: 1 - miss, words, isAgainst }
}

/** The commitment's own words: a single one may stand anywhere by chance, and counts for nothing alone. */
function ownScores({ where }: DocumentReading, { own }: Matcher): Map<number, number> {
  const hits = new Map<number, { miss: number; count: number }>()
  for (const term of own)
    for (const index of where.get(term) ?? []) {
      const { miss, count } = hits.get(index) ?? { miss: 1, count: 0 }
      const left = 1 - (term.includes(' ') ? ownWorth.pair : ownWorth.single)
      hits.set(index, { miss: miss * left, count: count + 1 })
    }
  return new Map([...hits].map(([index, { miss, count }]) => [index, count > 1 ? 1 - miss : 0]))
}

/** Area and own words together. Where the area is known, own words alone carry little. */
function combined(area: number, own: number, isKnown: boolean): number {
  if (!isKnown) return own
  return area > 0 ? either(area, Math.min(own * 0.5, 0.4)) : own * 0.6
}

type Areas = Map<number, { score: number; words: Stretch[]; isAgainst: boolean }>
const known = new WeakMap<DocumentReading, Map<string, Areas>>()

/** Commitments of the same areas hear the same from a document, so it is asked once. */
function areasOf(reading: DocumentReading, wanted: Matcher): Areas {
  const kept = known.get(reading) ?? new Map<string, Areas>()
  known.set(reading, kept)
  const before = kept.get(wanted.signature)
  if (before) return before
  const { read } = reading
  const topics = [...wanted.topics.keys()]
  const isTitled = topics.some((topic) =>
    reading.title.get(topic)?.some(({ value }) => value.tier === 'sure'),
  )
  const near = (each: ReadSentence, at: number) => {
    const other = read[at]
    const isBeside =
      other?.sentence.paragraph === each.sentence.paragraph || other === read[each.heading ?? -1]
    return isBeside && hasSure(other, wanted)
  }
  const made: Areas = new Map()
  for (const at of new Set(topics.flatMap((topic) => reading.touching.get(topic) ?? []))) {
    const each = read[at]
    if (!each) continue
    const isNear = isTitled || near(each, at - 1) || near(each, at + 1) || near(each, each.heading ?? -1)
    made.set(at, areaScore(each, wanted, isNear))
  }
  kept.set(wanted.signature, made)
  return made
}

/** The sentences that may speak to a commitment; all others do not. */
export function topicMatches(reading: DocumentReading, wanted: Matcher, scope: Scope): TopicMatch[] {
  const { read } = reading
  const areas = areasOf(reading, wanted)
  const own = ownScores(reading, wanted)
  const { parties } = wanted.commitment
  const base = new Map<number, TopicMatch>()
  const isMeant = (each: ReadSentence, at: number) => {
    if (scope === 'principal' || (scope === 'local' && namesThem(each.named, parties))) return true
    const stretch = read
      .slice(Math.max(0, at - reach), at + 1)
      .filter(({ sentence }) => sentence.paragraph === each.sentence.paragraph)
    return isTurnedTo(
      stretch.map(({ named }) => named),
      parties,
      reading.actors,
    )
  }
  for (const at of new Set([...areas.keys(), ...own.keys()])) {
    const each = read[at]
    if (!each || !isMeant(each, at)) continue
    const { score, words, isAgainst } = areas.get(at) ?? { score: 0, words: [], isAgainst: false }
    const fit = ownShare(each.named, parties) * (isAgainst ? 0.45 : 1)
    const topic = combined(score, own.get(at) ?? 0, wanted.isKnown) * fit
    if (topic > 0) base.set(at, { at, topic, words })
  }
  const heard = [...base.values()]
  if (scope !== 'principal') return heard
  const share =
    heard.filter(({ at, topic }) => topic >= certainFrom && !read[at]?.isHeading).length / reading.said
  const after = heard.flatMap(({ at }) => (read[at + 1]?.pointsBack ? [at + 1] : []))
  const under = heard
    .filter(({ at, topic }) => topic >= certainFrom && read[at]?.isHeading)
    .flatMap(({ at }) => reading.under.get(at) ?? [])
  const isUnder = new Set(under)
  return [...new Set([...base.keys(), ...after, ...under])].map((at): TopicMatch => {
    const one = base.get(at) ?? { at, topic: 0, words: [] }
    const back = read[at]?.pointsBack ? (base.get(at - 1)?.topic ?? 0) * 0.55 : 0
    const together = one.topic >= 0.35 && read[at]?.isJoint ? 0.2 : 0
    const devoted = share >= 0.4 && one.topic > 0 ? 0.15 + 0.25 * share : 0
    return { ...one, topic: either(one.topic, Math.max(back, isUnder.has(at) ? 0.3 : 0, devoted, together)) }
  })
}
