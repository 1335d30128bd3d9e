// Knows which sentences of a document speak to which commitments, how surely, and why. Pure; needs no service.

import { type Direction, directionOf, type Told } from '#engines/proposing/direction.ts'
import { type Document, readDocument } from '#engines/proposing/document.ts'
import { type Frame, frameOf } from '#engines/proposing/document-scope.ts'
import { features, learnt, type Weights } from '#engines/proposing/feedback-model.ts'
import { type Asked, asked, type Promised } from '#engines/proposing/matcher.ts'
import { apart } from '#engines/proposing/siblings.ts'
import { opens, type Place, type Spoken, spokenOf } from '#engines/proposing/topic.ts'

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
/** Too little for anything learnt to lift it. */
const floor = 0.2
/** A sentence in which nothing happens and nobody speaks is worth less. */
const withoutCue = 0.85
/** A journalist's question is no evidence of anything. */
const inQuestion = 0.6
const asks = /[?？][”"’']?$/

const bestFirst = (list: Proposed[]) => list.sort((a, b) => b.score - a.score || a.start - b.start)

/** The words that led to the choice, as they stand in the text, each once. */
function because(text: string, spoken: Spoken, cue: Place | null): string[] {
  const places = cue ? [...spoken.words.slice(0, 5), cue] : spoken.words.slice(0, 5)
  return [...new Set(places.map(({ start, end }) => text.slice(start, end)))]
}

/** The proposals for each commitment, best first; none where nothing speaks to it. */
export function propose(document: Document, commitments: Promised[], learned?: Weights): Proposed[] {
  const reading = readDocument(document, commitments)
  const frames = new Map<string, Frame>()
  const frameFor = ({ parties }: Promised): Frame => {
    const among = parties.join(' ')
    const frame = frames.get(among) ?? frameOf(reading.actors, parties)
    frames.set(among, frame)
    return frame
  }
  const wanted = commitments.filter((each) => frameFor(each) !== 'none').map(asked)
  const factors = apart(reading, wanted)
  const toldBy = new Map<number, Told>()
  const proposalOf = (spoken: Spoken, ask: Asked): Proposed[] => {
    const { sentence, isHeading } = reading.read[spoken.at] ?? {}
    if (!sentence || isHeading) return []
    const { text, start, end } = sentence
    const { ref } = ask.promised
    const { direction, cue } = toldBy.get(spoken.at) ?? directionOf(text)
    toldBy.set(spoken.at, { direction, cue })
    const plain =
      spoken.topic *
      (cue ? 1 : withoutCue) *
      (asks.test(text) ? inQuestion : 1) *
      (factors.get(ask)?.get(spoken.at) ?? 1)
    const score = learned ? learnt(learned, ref, features(text), text, plain) : plain
    const here = cue && { start: cue.start + start, end: cue.end + start }
    return [
      { commitment: ref, text, start, end, score, direction, because: because(document.text, spoken, here) },
    ]
  }
  const proposed = wanted.flatMap((ask) => {
    const scored = spokenOf(reading, ask, frameFor(ask.promised))
      .filter(({ topic }) => topic >= floor)
      .flatMap((spoken) => proposalOf(spoken, ask))
    if (!scored.some(({ score }) => score >= opens)) return []
    return bestFirst(scored.filter(({ score }) => score >= keeps)).slice(0, perCommitment)
  })
  return bestFirst(proposed.map((each) => ({ ...each, score: Math.round(each.score * 1000) / 1000 })))
}
