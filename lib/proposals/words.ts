// Knows what counts as the same word: tokens with their places, plain stems, and finding listed phrases.

export type Token = { raw: string; key: string; start: number; end: number }
export type Found<T> = { value: T; phrase: string; start: number; end: number }
export type Phrases<T> = {
  byFirst: Map<string, { keys: string[]; phrase: string; value: T }[]>
  pairs: { left: string[]; right: string[]; reach: number; phrase: string; value: T }[]
  han: { phrase: string; value: T }[]
}

const word = /(?:\p{Lu}\.){2,}|\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}]]+/gv
const han = /\p{Script=Han}/u
/** How many words apart the halves of a phrase may stand that is written "a & b", and one written "a ~ b". */
const far = 14
const close = 5

/** A light stem: cooperation, cooperate and cooperating become one; short words stay whole. */
export function stem(lower: string): string {
  if (lower.length < 4) return lower
  const single = lower.replace(/ies$/, 'y').replace(/([^su])s$/, '$1')
  const bare = single.replace(/(?:ations?|ing|ion|ive|ment|ed|e)$/, '')
  if (bare.length < 3) return single
  return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/(\w{3})at$/, '$1')
}

/** Acronyms keep their capitals, so that US is not "us" and AI not a syllable. */
export function keyOf(raw: string): string {
  const bare = raw.replaceAll('.', '')
  return /^\p{Lu}[\p{Lu}\p{N}]{1,4}s?$/u.test(bare) ? bare.replace(/s$/, '') : stem(bare.toLowerCase())
}

export function tokens(text: string, from = 0): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(word)) {
    const [raw] = match
    if (raw === 's' && /[’']/.test(text[match.index - 1] ?? '')) continue
    found.push({ raw, key: keyOf(raw), start: from + match.index, end: from + match.index + raw.length })
  }
  return found
}

/** Makes a list of phrases findable; "a & b" and "a ~ b" ask for both near each other, in either order. */
export function phrases<T>(list: Iterable<readonly [string, T]>): Phrases<T> {
  const made: Phrases<T> = { byFirst: new Map(), pairs: [], han: [] }
  const seen = new Set<string>()
  const keys = (text: string) => tokens(text).map((token) => token.key)
  for (const [phrase, value] of list) {
    const [one = '', mark = '', other] = phrase.split(/ ([&~]) /)
    const left = keys(one)
    const right = keys(other ?? '')
    const first = left[0] ?? ''
    // Known by its stems, so that a singular and its plural are one phrase.
    const name = [...left, mark, ...right].join(' ')
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
export function find<T>(list: Phrases<T>, words: Token[], text: string, from: number): Found<T>[] {
  const found: Found<T>[] = []
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
