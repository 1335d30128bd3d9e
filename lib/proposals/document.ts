// Knows what a document says sentence by sentence: its words, the areas it touches and the states it names.

import { type Actors, actors } from '#lib/proposals/frame.ts'
import { type Mention, mentions, otherNames } from '#lib/proposals/parties.ts'
import { type Found, find } from '#lib/proposals/phrases.ts'
import { ownWords, type Promised, type Term, vocabulary } from '#lib/proposals/promise.ts'
import { type Sentence, sentences } from '#lib/proposals/sentences.ts'
import { tokens } from '#lib/proposals/words.ts'

export type Document = { text: string; title: string | null; language: string | null }
export type Read = {
  sentence: Sentence
  /** By "area" or "area/part": the terms that stand in the sentence. */
  topics: Map<string, Found<Term>[]>
  named: Mention[]
  isHeading: boolean
  /** The sentence that is the heading above, if any. */
  heading: number | null
}
export type Reading = {
  read: Read[]
  title: Map<string, Found<Term>[]>
  actors: Actors
  /** Where each telling word or pair of words stands. */
  where: Map<string, number[]>
}

/** A term inside a longer one of the same topic says nothing more: "drug" in "illicit drug trafficking". */
function topicsIn(text: string, from: number, words: ReturnType<typeof tokens>): Map<string, Found<Term>[]> {
  const byTopic = Map.groupBy(find(vocabulary, words, text, from), ({ value }) =>
    value.part ? `${value.area}/${value.part}` : value.area,
  )
  for (const [topic, found] of byTopic) {
    const isWithin = (one: Found<Term>) =>
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

export function readDocument(document: Document, commitments: Promised[]): Reading {
  const pairs = commitments.flatMap(({ parties, partyNames }) =>
    (partyNames ?? []).flatMap((name, index): [string, string][] => [[parties[index] ?? '', name]]),
  )
  const others = otherNames(
    new Map(pairs.filter(([code]) => code).map(([code, name]) => [name, code])).entries(),
  )
  const where = new Map<string, number[]>()
  let heading: number | null = null
  const read = sentences(document.text).map((sentence, index): Read => {
    const words = tokens(sentence.text, sentence.start)
    for (const term of new Set(ownWords(words))) {
      const places = where.get(term)
      if (places) places.push(index)
      else where.set(term, [index])
    }
    const isHeading = words.length < 7 && !/[.!?。！？…;；:：][”"’')\]]*$/u.test(sentence.text)
    if (isHeading) heading = index
    return {
      sentence,
      topics: topicsIn(sentence.text, sentence.start, words),
      named: mentions(words, sentence.text, sentence.start, others),
      isHeading,
      heading: isHeading ? null : heading,
    }
  })
  const title = document.title ?? ''
  const titleWords = tokens(title)
  return {
    read,
    where,
    title: topicsIn(title, 0, titleWords),
    actors: actors(
      read.map((each) => each.named),
      mentions(titleWords, title, 0, others),
    ),
  }
}
