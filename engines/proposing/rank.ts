// Relevance ranking: knows which sentences of a document speak to which commitments, how surely, and why.
// Pure; needs no service.

import { type Direction, directionOf, type FoundDirection } from '#engines/proposing/direction.ts'
import { type Document, readDocument } from '#engines/proposing/document.ts'
import { type Scope, scopeOf } from '#engines/proposing/document-scope.ts'
import { adjustedScore, type FeedbackModel, tellingWordsOf } from '#engines/proposing/feedback-model.ts'
import { type CommitmentText, type Matcher, matcherFor } from '#engines/proposing/matcher.ts'
import { siblingFactors } from '#engines/proposing/siblings.ts'
import { certainFrom, type Stretch, type TopicMatch, topicMatches } from '#engines/proposing/topic.ts'

export type { CommitmentText, Document }
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
function because(text: string, spoken: TopicMatch, cue: Stretch | null): string[] {
  const places = cue ? [...spoken.words.slice(0, 5), cue] : spoken.words.slice(0, 5)
  return [...new Set(places.map(({ start, end }) => text.slice(start, end)))]
}

/** The proposals for each commitment, best first; none where nothing speaks to it. */
export function propose(
  document: Document,
  commitments: CommitmentText[],
  model?: FeedbackModel,
): Proposed[] {
  const reading = readDocument(document, commitments)
  const scopes = new Map<string, Scope>()
  const scopeFor = ({ parties }: CommitmentText): Scope => {
    const among = parties.join(' ')
    const scope = scopes.get(among) ?? scopeOf(reading.actors, parties)
    scopes.set(among, scope)
    return scope
  }
  const wanted = commitments.filter((each) => scopeFor(each) !== 'none').map(matcherFor)
  const factors = siblingFactors(reading, wanted)
  const toldBy = new Map<number, FoundDirection>()
  const proposalOf = (spoken: TopicMatch, ask: Matcher): Proposed[] => {
    const { sentence, isHeading } = reading.read[spoken.at] ?? {}
    if (!sentence || isHeading) return []
    const { text, start, end } = sentence
    const { ref } = ask.commitment
    const { direction, cue } = toldBy.get(spoken.at) ?? directionOf(text)
    toldBy.set(spoken.at, { direction, cue })
    const plain =
      spoken.topic *
      (cue ? 1 : withoutCue) *
      (asks.test(text) ? inQuestion : 1) *
      (factors.get(ask)?.get(spoken.at) ?? 1)
    const score = model ? adjustedScore(model, ref, tellingWordsOf(text), text, plain) : plain
    const here = cue && { start: cue.start + start, end: cue.end + start }
    return [
      { commitment: ref, text, start, end, score, direction, because: because(document.text, spoken, here) },
    ]
  }
  const proposed = wanted.flatMap((ask) => {
    const scored = topicMatches(reading, ask, scopeFor(ask.commitment))
      .filter(({ topic }) => topic >= floor)
      .flatMap((spoken) => proposalOf(spoken, ask))
    if (!scored.some(({ score }) => score >= certainFrom)) return []
    return bestFirst(scored.filter(({ score }) => score >= keeps)).slice(0, perCommitment)
  })
  return bestFirst(proposed.map((each) => ({ ...each, score: Math.round(each.score * 1000) / 1000 })))
}
