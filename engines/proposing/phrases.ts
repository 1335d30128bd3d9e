// Phrase matching: knows how to find listed phrases, whatever their endings and, for pairs, their order.

import { han, type Token, tokens } from '#engines/proposing/words.ts'

export type FoundPhrase<T> = { value: T; phrase: string; start: number; end: number }
export type PhraseIndex<T> = {
  byFirst: Map<string, { keys: string[]; phrase: string; value: T }[]>
  pairs: { left: string[]; right: string[]; reach: number; phrase: string; value: T }[]
  han: { phrase: string; value: T }[]
}

/** How many words apart the halves of a phrase may stand that is written "a & b", and one written "a ~ b". */
const far = 14
const close = 5

/** Makes a list of phrases findable; "a & b" and "a ~ b" ask for both near each other, in either order. */
export function phraseIndex<T>(list: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const made: PhraseIndex<T> = { byFirst: new Map(), pairs: [], han: [] }
  const seen = new Set<string>()
  const keys = (text: string) => tokens(text).map((token) => token.key)
  for (const [phrase, value] of list) {
    const [one = '', mark = '', other] = phrase.split(/ ([&~]) /)
    const left = keys(one)
    const right = keys(other ?? '')
    const first = left[0] ?? ''
    // Known by its stems, so that a singular and its plural are one phrase.
    const name = [...left, mark, ...right].join(' ')
    if (!phrase.trim()) continue
    const entry = JSON.stringify([left.length > 0 ? name : phrase, value])
    if (seen.has(entry)) continue
    seen.add(entry)
    if (other !== undefined)
      made.pairs.push({ left, right, reach: mark === '~' ? close : far, phrase: name, value })
    else if (han.test(phrase)) made.han.push({ phrase, value })
    else made.byFirst.set(first, [...(made.byFirst.get(first) ?? []), { keys: left, phrase: name, value }])
  }
  return made
}

const standsAt = (words: Token[], keys: string[], at: number) =>
  keys.every((key, offset) => words[at + offset]?.key === key)

/** Every listed phrase in a stretch of text; `words` are its tokens and `from` its place in the document. */
export function findPhrases<T>(
  list: PhraseIndex<T>,
  words: Token[],
  text: string,
  from: number,
): FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = []
  const add = (phrase: string, value: T, first: number, count: number) => {
    const [one, last] = [words[first], words[first + count - 1]]
    if (one && last) found.push({ value, phrase, start: one.start, end: last.end })
  }
  words.forEach((token, at) => {
    for (const each of list.byFirst.get(token.key) ?? [])
      if (standsAt(words, each.keys, at)) add(each.phrase, each.value, at, each.keys.length)
  })
  const present = new Set(words.map((token) => token.key))
  for (const pair of list.pairs) {
    if (!pair.left.every((key) => present.has(key)) || !pair.right.every((key) => present.has(key))) continue
    const lefts = words.flatMap((_, at) => (standsAt(words, pair.left, at) ? [at] : []))
    const rights = words.flatMap((_, at) => (standsAt(words, pair.right, at) ? [at] : []))
    const near = lefts.find((left) =>
      rights.some((right) => left !== right && Math.abs(left - right) <= pair.reach),
    )
    if (near !== undefined) add(pair.phrase, pair.value, near, pair.left.length)
  }
  if (han.test(text))
    for (const { phrase, value } of list.han)
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
        found.push({ value, phrase, start: from + at, end: from + at + phrase.length })
  return found
}
