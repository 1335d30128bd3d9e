// Knows what a document says sentence by sentence: its words, the areas it touches and the states it names.

import { type Actors, actorsOf } from '#engines/proposing/document-scope.ts'
import { type CommitmentText, type Term, tellingWords, vocabulary } from '#engines/proposing/matcher.ts'
import { type Mention, mentions, otherNames } from '#engines/proposing/parties.ts'
import { type FoundPhrase, findPhrases } from '#engines/proposing/phrases.ts'
import { type Sentence, sentences } from '#engines/proposing/sentences.ts'
import { type Token, tokens } from '#engines/proposing/words.ts'

/** Begins by pointing back at what was said just before. */
const pointsBack =
  /^(?:Specifically|In particular|To this end|In this regard|This|These|Such|That|Those|It|Its|The (?:working group|talks|meetings?|dialogue|mechanism|group|consultations?|delegations?|agreement|action|announcement|exchanges?|cooperation|call)|(?:The two|Both) (?:delegations|groups|ministers|officers))\b|^(?:这|该|此|上述)/

/** Or points back somewhere on its way. */
const pointsWithin =
  /\b(?:these|those|such|this|that) (?:channels?|talks|dialogues?|meetings?|exchanges|cooperation|working group|mechanisms?|contacts|consultations)\b|这些(?:渠道|机制|对话)|该(?:机制|工作组)/

const joint =
  /\b(?:they|(?:the )?(?:two|both) (?:\p{L}+ )?(?:sides|leaders|countries|delegations|ministers|presidents|officials|parties|governments|nations)|the (?:two|leaders|delegations|ministers|presidents|parties|sides|officials)|we)\b[^.;]{0,60}\b(?:discuss|(?:spoke|speak|talk(?:ed)?|touch(?:ed)?) (?:also )?(?:about|of|on)|exchang|agree|cooperat|consult|review|welcom|commit|explor)|\b(?:bilateral|between the two (?:countries|sides|governments)|both countries)\b|(?:双方|两国|中美)[^。]{0,30}(?:讨论|交换|同意|合作|对话|磋商|就)/iu

export type Document = { text: string; title: string | null; language: string | null }
export type ReadSentence = {
  sentence: Sentence
  /** By "area" or "area/part": the terms that stand in the sentence. */
  topics: Map<string, FoundPhrase<Term>[]>
  named: Mention[]
  pointsBack: boolean
  /** The parties do something together here, or talk of it. */
  isJoint: boolean
  isHeading: boolean
  /** The sentence that is the heading above, if any. */
  heading: number | null
}
export type DocumentReading = {
  read: ReadSentence[]
  title: Map<string, FoundPhrase<Term>[]>
  actors: Actors
  /** Where each telling word or pair of words stands. */
  where: Map<string, number[]>
  /** Which sentences touch a topic, and which stand under a heading. */
  touching: Map<string, number[]>
  under: Map<number, number[]>
  /** How many sentences are no headings. */
  said: number
}

/** A term inside a longer one of the same topic says nothing more: "drug" in "illicit drug trafficking". */
function topicsIn(text: string, from: number, words: Token[]): Map<string, FoundPhrase<Term>[]> {
  const byTopic = Map.groupBy(findPhrases(vocabulary, words, text, from), ({ value }) =>
    value.part ? `${value.area}/${value.part}` : value.area,
  )
  for (const [topic, found] of byTopic) {
    const isWithin = (one: FoundPhrase<Term>) =>
      found.some(
        (other) =>
          other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start,
      )
    byTopic.set(
      topic,
      found.filter((one) => !isWithin(one)),
    )
  }
  return byTopic
}

/** A line without a full stop that is short, or stands first, or is written in capitals like a title. */
function looksLikeHeading({ text }: Sentence, words: Token[], index: number): boolean {
  if (/[.!?。！？…;；:：][”"’')\]]*$/u.test(text)) return false
  const long = words.filter(({ raw }) => raw.length > 3)
  const capitals = long.filter(({ raw }) => /^\p{Lu}/u.test(raw))
  return words.length < 7 || (words.length < 40 && (index === 0 || capitals.length > 0.7 * long.length))
}

/** A book's worth: what comes after is not read, so that no page can occupy the machine for long. */
const most = 5000

function put<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key)
  if (list) list.push(index)
  else map.set(key, [index])
}

export function readDocument(document: Document, commitments: CommitmentText[]): DocumentReading {
  const others = otherNames(
    new Map(
      commitments.flatMap(({ parties, partyNames = [] }) =>
        parties.flatMap((party, index) =>
          (partyNames[index] ?? '').split('\n').map((name) => [name.trim(), party]),
        ),
      ),
    ),
  )
  const [where, touching] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const under = new Map<number, number[]>()
  let heading: number | null = null
  const read = sentences(document.text)
    .slice(0, most)
    .map((sentence, index): ReadSentence => {
      const words = tokens(sentence.text, sentence.start)
      for (const term of new Set(tellingWords(words))) put(where, term, index)
      const isHeading = looksLikeHeading(sentence, words, index)
      if (isHeading) heading = index
      else if (heading !== null) put(under, heading, index)
      const topics = topicsIn(sentence.text, sentence.start, words)
      for (const topic of topics.keys()) put(touching, topic, index)
      return {
        sentence,
        topics,
        named: mentions(words, sentence.text, sentence.start, others),
        pointsBack: pointsBack.test(sentence.text) || pointsWithin.test(sentence.text),
        isJoint: joint.test(sentence.text),
        isHeading,
        heading: isHeading ? null : heading,
      }
    })
  const title = document.title ?? ''
  const titleWords = tokens(title)
  return {
    read,
    where,
    touching,
    under,
    said: Math.max(1, read.filter((each) => !each.isHeading).length),
    title: topicsIn(title, 0, titleWords),
    actors: actorsOf(
      read.map((each) => each.named),
      mentions(titleWords, title, 0, others),
    ),
  }
}
