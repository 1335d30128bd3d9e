// Knows which sentences of a document speak to which commitments, how surely, and why. Pure; needs no service.

import { type Direction, directionOf, type Told } from '#lib/proposals/direction.ts'
import { type Document, readDocument } from '#lib/proposals/document.ts'
import { type Frame, frameOf } from '#lib/proposals/frame.ts'
import { features, learnt, type Weights } from '#lib/proposals/learn.ts'
import { asked, type Promised } from '#lib/proposals/promise.ts'
import { opens, type Place, type Spoken, spokenOf } from '#lib/proposals/topic.ts'

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

/** Once one sentence opens a commitment, every sentence counts that reaches this. */
const keeps = 0.33
const perCommitment = 5

/** The words that led to the choice, as they stand in the text, each once. */
function because(text: string, spoken: Spoken, cue: Place | null): string[] {
  const places = cue ? [...spoken.words.slice(0, 5), cue] : spoken.words.slice(0, 5)
  return [...new Set(places.map(({ start, end }) => text.slice(start, end)))]
}

export function propose(document: Document, commitments: Promised[], learned?: Weights): Proposed[] {
  const reading = readDocument(document, commitments)
  const toldBy = new Map<number, Told>()
  const frames = new Map<string, Frame>()
  const proposed = commitments.flatMap((promised): Proposed[] => {
    const among = [...promised.parties].sort().join(' ')
    const frame = frames.get(among) ?? frameOf(reading.actors, promised.parties)
    frames.set(among, frame)
    if (frame === 'none') return []
    const scored = spokenOf(reading, asked(promised), frame)
      .filter(({ topic }) => topic > 0.2)
      .flatMap((spoken) => {
        const { sentence, isHeading } = reading.read[spoken.at] ?? {}
        if (!sentence || isHeading) return []
        const { direction, cue } = toldBy.get(spoken.at) ?? directionOf(sentence.text)
        toldBy.set(spoken.at, { direction, cue })
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
