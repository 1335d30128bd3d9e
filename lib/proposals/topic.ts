// Knows how surely each sentence of a document is about what a commitment asks for.

import type { Read, Reading } from '#lib/proposals/document.ts'
import { type Frame, namesThem, ownShare } from '#lib/proposals/frame.ts'
import type { Asked, Tier } from '#lib/proposals/promise.ts'

export type Place = { start: number; end: number }
/** `at` counts sentences; `words` stand in the document. */
export type Spoken = { at: number; topic: number; words: Place[] }

/** A score from which a sentence speaks to a commitment without doubt. */
export const opens = 0.5

const worth: Record<Tier, number> = { sure: 0.72, likely: 0.4, hint: 0.15, against: 0 }
const ownWorth = { single: 0.2, pair: 0.4 }
const either = (one: number, other: number) => 1 - (1 - one) * (1 - other)
/** Begins by pointing back at what was said just before. */
const pointsBack =
  /^(?:This|These|Such|That|Those|It|Its|The (?:working group|talks|meetings?|dialogue|mechanism|group|consultations?|delegations?|agreement|action|announcement|exchanges?|cooperation|call)|(?:The two|Both) (?:delegations|groups|ministers|officers))\b|^(?:这|该|此|上述)/

/** Or points back somewhere on its way. */
const pointsWithin =
  /\b(?:these|those|such|this|that) (?:channels?|talks|dialogues?|meetings?|exchanges|cooperation|working group|mechanisms?|contacts|consultations)\b|这些(?:渠道|机制|对话)|该(?:机制|工作组)/

const hasSure = (read: Read | undefined, { topics }: Asked) =>
  [...topics.keys()].some((topic) => read?.topics.get(topic)?.some(({ value }) => value.tier === 'sure'))

/** How surely a sentence is of a commitment's areas: terms add up, hints only beside better ones. */
function areaScore(
  read: Read,
  { topics }: Asked,
  isNear: boolean,
): { score: number; words: Place[]; isAgainst: boolean } {
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
function ownScores({ where }: Reading, { own }: Asked): Map<number, number> {
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
function together(area: number, own: number, isKnown: boolean): number {
  if (!isKnown) return own
  return area > 0 ? either(area, Math.min(own * 0.5, 0.4)) : own * 0.6
}

export function spokenOf(reading: Reading, wanted: Asked, frame: Frame): Spoken[] {
  const { read } = reading
  const own = ownScores(reading, wanted)
  const { parties } = wanted.promised
  const isTitled = [...wanted.topics.keys()].some((topic) =>
    reading.title.get(topic)?.some(({ value }) => value.tier === 'sure'),
  )
  const near = (each: Read, at: number) => {
    const other = read[at]
    const isBeside =
      other?.sentence.paragraph === each.sentence.paragraph || other === read[each.heading ?? -1]
    return isBeside && hasSure(other, wanted)
  }
  const base = read.map((each, at): Spoken => {
    const isNear = isTitled || near(each, at - 1) || near(each, at + 1) || near(each, each.heading ?? -1)
    const area = areaScore(each, wanted, isNear)
    const isOut = frame === 'local' && !namesThem(each.named, parties)
    const fit = (isOut ? 0 : ownShare(each.named, parties)) * (area.isAgainst ? 0.55 : 1)
    return { at, topic: together(area.score, own.get(at) ?? 0, wanted.isKnown) * fit, words: area.words }
  })
  if (frame !== 'principal') return base
  const said = base.filter(({ at }) => !read[at]?.isHeading)
  const share = said.filter(({ topic }) => topic >= opens).length / Math.max(1, said.length)
  return base.map((one, at) => {
    const each = read[at]
    if (!each || each.isHeading) return one
    const back =
      pointsBack.test(each.sentence.text) || pointsWithin.test(each.sentence.text)
        ? (base[at - 1]?.topic ?? 0) * 0.55
        : 0
    const section = (base[each.heading ?? -1]?.topic ?? 0) >= opens ? 0.3 : 0
    const devoted = share >= 0.4 && one.topic > 0 ? 0.15 + 0.25 * share : 0
    return { ...one, topic: either(one.topic, Math.max(back, section, devoted)) }
  })
}
