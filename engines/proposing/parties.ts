// Knows where a text names states (entity recognition),
// and whether as actors, by their seats of government, or only as places.

import { countries, otherwise } from '#engines/proposing/countries.ts'
import { findPhrases, type PhraseIndex, phraseIndex } from '#engines/proposing/phrases.ts'
import type { Token } from '#engines/proposing/words.ts'

export type Mention = { party: string; weight: number; start: number; end: number }

type Name = { party: string; weight: number }
const asPlace =
  /\b(?:in|at|near|outside|(?:margins|sidelines) of)\s(?:the\s)?(?:\p{Lu}[\p{L}.]+\s?){0,2}(?:,\s)?$|[在于]$/u
const asEvent = /^\s(?:meeting|summit|talks|round|declaration|accords?|conference|process|consensus)\b/i
const list = (names: string) => names.split(',').map((name) => name.trim())
export const seat = 0.7
/** A state named as a place ("held in Peru") is hardly an actor. */
export const place = 0.3

/** States that our list leaves out, by the names the runtime has for them. Some are also names of persons and places. */
const doubtful = ['GE', 'JO', 'TD', 'GU', 'HK', 'MO', 'PR', 'UN', 'ZZ', 'QO', 'EZ', 'AQ', 'JE', 'GG', 'IM']

function restOfTheWorld(): [string, string][] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((one) => letters.map((other) => one + other))
  return ['en', 'zh'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    return codes
      .filter((code) => !(code in countries) && !doubtful.includes(code))
      .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
      .map((code): [string, string] => [(names.of(code) ?? '').replace(/ [(（].*/, ''), code])
  })
}

function known(): [string, Name][] {
  const masked = list(otherwise).map((name): [string, Name] => [name, { party: '', weight: 0 }])
  const others = restOfTheWorld().map(([name, party]): [string, Name] => [name, { party, weight: 1 }])
  const named = Object.entries(countries).flatMap(([party, line]) => {
    const [names = '', seats = ''] = line.split('|')
    const of = (text: string, weight: number) =>
      list(text).flatMap((name): [string, Name][] => (name ? [[name, { party, weight }]] : []))
    return [...of(names, 1), ...of(seats, seat)]
  })
  return [...masked, ...named, ...others]
}
const gazetteer = phraseIndex(known())

/** Names of parties as the commitments give them, for those that the list of states does not hold. */
export function otherNames(names: Iterable<readonly [name: string, party: string]>): PhraseIndex<Name> {
  return phraseIndex([...names].map(([name, party]): [string, Name] => [name, { party, weight: 1 }]))
}

export function mentions(words: Token[], text: string, from: number, others: PhraseIndex<Name>): Mention[] {
  const found = [...findPhrases(gazetteer, words, text, from), ...findPhrases(others, words, text, from)]
  const isName = (start: number) => !/\p{Ll}/u.test(text.charAt(start - from))
  const longestFirst = found
    .filter((each) => isName(each.start))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Mention[] = []
  let until = -1
  let since = -1
  for (const { value, start, end } of longestFirst) {
    // One Chinese word may name two states (中美): both stand at the same place.
    if (start < until && start !== since) continue
    if (start === since && (end < until || kept.at(-1)?.party === value.party)) continue
    const before = text.slice(Math.max(0, start - from - 40), start - from)
    const after = text.slice(end - from, end - from + 20)
    const isEvent = value.weight === seat && asEvent.test(after)
    const isPlace = isEvent || (asPlace.test(before) && !/^[’']s\b/.test(after))
    if (value.party) kept.push({ party: value.party, weight: isPlace ? place : value.weight, start, end })
    until = end
    since = start
  }
  return kept
}
