// Knows which states a document is about: who acts in it, who stands in its first lines, who is only mentioned.

import { countries, otherwise } from '#lib/proposals/countries.ts'
import { find, type Phrases, phrases, type Token } from '#lib/proposals/words.ts'

export type Mention = { party: string; weight: number; start: number; end: number }
export type Actors = { all: Map<string, number>; lead: Map<string, number> }
/** `principal`: the document is about these parties. `local`: only sentences that name them all count. */
export type Frame = 'principal' | 'local' | 'none'

type Name = { party: string; weight: number }
const asPlace =
  /\b(?:in|at|near|outside|(?:margins|sidelines) of)\s(?:the\s)?(?:\p{Lu}[\p{L}.]+\s?){0,2}(?:,\s)?$|[在于]$/u
const list = (names: string) => names.split(',').map((name) => name.trim())
const seat = 0.7
/** A state named as a place ("held in Peru") is hardly an actor. */
const place = 0.3

function known(): [string, Name][] {
  const masked = list(otherwise).map((name): [string, Name] => [name, { party: '', weight: 0 }])
  const named = Object.entries(countries).flatMap(([party, line]) => {
    const [names = '', seats = ''] = line.split('|')
    const of = (text: string, weight: number) =>
      list(text).flatMap((name): [string, Name][] => (name ? [[name, { party, weight }]] : []))
    return [...of(names, 1), ...of(seats, seat)]
  })
  return [...masked, ...named]
}
const gazetteer = phrases(known())

/** Names of parties as the commitments give them, for those that the list of states does not hold. */
export function otherNames(names: Iterable<readonly [name: string, party: string]>): Phrases<Name> {
  return phrases([...names].map(([name, party]): [string, Name] => [name, { party, weight: 1 }]))
}

export function mentions(words: Token[], text: string, from: number, others: Phrases<Name>): Mention[] {
  const found = [...find(gazetteer, words, text, from), ...find(others, words, text, from)]
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
    if (start === since && end < until) continue
    const before = text.slice(Math.max(0, start - from - 40), start - from)
    const isPlace = asPlace.test(before) && !/^[’']s\b/.test(text.slice(end - from))
    if (value.party) kept.push({ party: value.party, weight: isPlace ? place : value.weight, start, end })
    until = end
    since = start
  }
  return kept
}

function tally(groups: Mention[][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { party, weight } of groups.flat()) counts.set(party, (counts.get(party) ?? 0) + weight)
  return counts
}

/** `lead` are the title's mentions and those of the first sentences, each counting half as much as the one before. */
export function actors(bySentence: Mention[][], title: Mention[]): Actors {
  const fading = bySentence
    .slice(0, 3)
    .map((found, index) => found.map((each) => ({ ...each, weight: each.weight / 2 ** index })))
  return { all: tally([title, title, ...bySentence]), lead: tally([title, ...fading]) }
}

/** The weakest party that must still be there: of two both, of more at least a second one. */
function weakest(counts: Map<string, number>, parties: string[]): number {
  const sorted = parties.map((party) => counts.get(party) ?? 0).sort((a, b) => b - a)
  return sorted[Math.min(sorted.length, 2) - 1] ?? 0
}

export function frameOf({ all, lead }: Actors, parties: string[]): Frame {
  if (parties.length === 0) return 'principal'
  const rivals = (counts: Map<string, number>) =>
    [...counts].filter(([party]) => !parties.includes(party)).map(([, count]) => count)
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  const weak = weakest(all, parties)
  if (weak < place) return 'none'
  const own = sum(parties.map((party) => all.get(party) ?? 0))
  const share = own / (own + sum(rivals(all)))
  const strongest = Math.max(0, ...rivals(all))
  const weakLead = weakest(lead, parties)
  const strongestLead = Math.max(0, ...rivals(lead))
  const mostIn = (counts: Map<string, number>) => Math.max(...parties.map((party) => counts.get(party) ?? 0))
  const isFirst = strongestLead < seat || weakLead >= strongestLead || mostIn(lead) >= 2 * strongestLead
  // Its own state goes without saying where an official speaks: the other party must then outweigh all others.
  const most = mostIn(all)
  const isAhead = weak >= Math.max(1, strongest) || (weak >= seat && most >= 2 * strongest)
  if (share >= 0.45 && isAhead && isFirst) return 'principal'
  if (share >= 0.3 && weakLead >= seat && weakLead >= strongestLead) return 'principal'
  return share >= 0.2 && isFirst ? 'local' : 'none'
}

/** Whether a sentence itself names every party that the frame asks for, and no other state. */
export function namesThem(found: Mention[], parties: string[]): boolean {
  const counts = tally([found])
  return (
    weakest(counts, parties) > 0 && found.every(({ party, weight }) => parties.includes(party) || weight < 1)
  )
}

/** Whether a sentence is about others: it names a state outside, and not all of the parties. */
export function isOfOthers(found: Mention[], parties: string[]): boolean {
  const outside = found.some(({ party, weight }) => !parties.includes(party) && weight >= seat)
  return outside && weakest(tally([found]), parties) === 0
}
