// Knows which sentences of a document speak to which commitments, how surely, and why. Pure; needs no service.

import { type Direction, directionOf } from '#lib/proposals/direction.ts'
import { type Document, type Read, type Reading, readDocument } from '#lib/proposals/document.ts'
import { features, learnt, type Weights } from '#lib/proposals/learn.ts'
import { type Frame, frameOf, isOfOthers, namesThem } from '#lib/proposals/parties.ts'
import { type Asked, asked, type Promised, type Term, type Tier } from '#lib/proposals/promise.ts'
import type { Found } from '#lib/proposals/words.ts'

export type { Document, Promised }
export type Proposed = {
  commitment: string
  text: string
  start: number
  end: number
  score: number
  direction: Direction
  because: string[]
}

/** A commitment is spoken to when one sentence reaches `opens`; then every sentence counts that reaches `keeps`. */
const opens = 0.5
const keeps = 0.33
const perCommitment = 5

const worth: Record<Tier, number> = { sure: 0.72, likely: 0.4, hint: 0.15, against: 0 }
const either = (one: number, other: number) => 1 - (1 - one) * (1 - other)
/** Begins by pointing back at what was said just before. */
const pointsBack =
  /^(?:This|These|Such|That|Those|It|Its|The (?:working group|talks|meetings?|dialogue|mechanism|group|consultations?|delegations?|agreement|action|announcement|exchanges?|cooperation|call)|(?:The two|Both) (?:delegations|groups))\b|^(?:这|该|此|上述)/

type Spoken = { at: number; topic: number; words: Found<unknown>[] }

/** How surely a sentence is of a commitment's areas: terms add up, hints only beside better ones. */
function areaScore(read: Read, { topics }: Asked, isNear: boolean): { score: number; words: Found<Term>[] } {
  const found = [...topics].flatMap(([topic, weight]) =>
    (read.topics.get(topic) ?? []).map((term) => ({ term, weight })),
  )
  const isCertain =
    isNear || found.some(({ term }) => term.value.tier === 'sure' || term.value.tier === 'likely')
  const seen = new Set<string>()
  let miss = 1
  let against = 1
  for (const { term, weight } of found) {
    if (seen.has(term.phrase)) continue
    seen.add(term.phrase)
    const { tier } = term.value
    if (tier === 'against') against = 0.55
    else if (tier !== 'hint' || isCertain) miss *= 1 - worth[tier] * weight
  }
  return {
    score: (1 - miss) * against,
    words: found.map(({ term }) => term).filter(({ value }) => value.tier !== 'against'),
  }
}

/** What the commitment's own words add; alone they count only where its area is unknown, and never a single one. */
function ownScores(
  { where }: Reading,
  { own, isKnown }: Asked,
): Map<number, { score: number; terms: string[] }> {
  const hits = new Map<number, string[]>()
  for (const term of own.keys())
    for (const index of where.get(term) ?? []) hits.set(index, [...(hits.get(index) ?? []), term])
  const [single, pair] = isKnown ? [0.08, 0.16] : [0.2, 0.32]
  return new Map(
    [...hits].map(([index, terms]) => {
      const miss = terms.reduce((left, term) => left * (1 - (term.includes(' ') ? pair : single)), 1)
      return [index, { score: terms.length > 1 || isKnown ? 1 - miss : 0, terms }]
    }),
  )
}

function spokenOf(reading: Reading, wanted: Asked, frame: Frame): Spoken[] {
  const { read, title } = reading
  const own = ownScores(reading, wanted)
  const { parties } = wanted.promised
  const isTitle = [...wanted.topics.keys()].some((topic) =>
    title.get(topic)?.some((term) => term.value.tier === 'sure'),
  )
  const isSure = (at: number, paragraph: number | undefined) => {
    const each = read[at]
    if (each?.sentence.paragraph !== paragraph) return false
    return [...wanted.topics.keys()].some((topic) =>
      each?.topics.get(topic)?.some(({ value }) => value.tier === 'sure'),
    )
  }
  const base = read.map((each, at): Spoken => {
    const { paragraph } = each.sentence
    const area = areaScore(each, wanted, isTitle || isSure(at - 1, paragraph) || isSure(at + 1, paragraph))
    const mine = own.get(at)?.score ?? 0
    const topic = wanted.isKnown ? (area.score > 0 ? either(area.score, Math.min(mine, 0.5)) : 0) : mine
    const isOut = frame === 'local' && !namesThem(each.named, parties)
    const fit = isOut ? 0 : isOfOthers(each.named, parties) ? 0.6 : 1
    return { at, topic: topic * fit * (each.isHeading ? 0.6 : 1), words: area.words }
  })
  const said = base.filter(({ at }) => !read[at]?.isHeading)
  const share = said.filter(({ topic }) => topic >= opens).length / Math.max(1, said.length)
  const isDevoted = frame === 'principal' && share >= 0.4
  return base.map((one, index) => {
    const before = base[index - 1]
    const each = read[index]
    const isNext = before && each && read[index - 1]?.sentence.paragraph === each.sentence.paragraph
    const back = isNext && pointsBack.test(each.sentence.text) ? before.topic * 0.5 : 0
    const lift = frame === 'principal' ? Math.max(back, isDevoted && one.topic > 0 ? 0.4 * share : 0) : 0
    return { ...one, topic: each?.isHeading ? one.topic : either(one.topic, lift) }
  })
}

/** The words that led to the choice, as they stand in the text, each once. */
function because(text: string, spoken: Spoken, cue: { start: number; end: number } | null): string[] {
  const places = cue ? [...spoken.words.slice(0, 5), cue] : spoken.words.slice(0, 5)
  return [...new Set(places.map(({ start, end }) => text.slice(start, end)))]
}

export function propose(document: Document, commitments: Promised[], learned?: Weights): Proposed[] {
  const reading = readDocument(document, commitments)
  const frames = new Map<string, Frame>()
  const proposed = commitments.flatMap((promised): Proposed[] => {
    const among = [...promised.parties].sort().join(' ')
    const frame = frames.get(among) ?? frameOf(reading.actors, promised.parties)
    frames.set(among, frame)
    if (frame === 'none') return []
    const scored = spokenOf(reading, asked(promised), frame)
      .filter(({ topic }) => topic > 0.2)
      .flatMap((spoken) => {
        const sentence = reading.read[spoken.at]?.sentence
        if (!sentence) return []
        const { direction, cue } = directionOf(sentence.text)
        const here = cue && { start: cue.start + sentence.start, end: cue.end + sentence.start }
        const plain = spoken.topic * (cue ? 1 : 0.85)
        const score = learned
          ? learnt(learned, promised.ref, features(sentence.text), sentence.text, plain)
          : plain
        const { text, start, end } = sentence
        const why = because(document.text, spoken, here)
        return [{ commitment: promised.ref, text, start, end, score, direction, because: why }]
      })
    if (!scored.some(({ score }) => score >= opens)) return []
    return scored
      .filter(({ score }) => score >= keeps)
      .sort((a, b) => b.score - a.score || a.start - b.start)
      .slice(0, perCommitment)
  })
  return proposed
    .map((each) => ({ ...each, score: Math.round(each.score * 1000) / 1000 }))
    .sort((a, b) => b.score - a.score || a.start - b.start)
}
