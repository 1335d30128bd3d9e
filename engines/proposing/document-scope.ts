// Knows which states a document is about: who acts in it, who stands in its first lines, who is only mentioned.

import { type Mention, place, seat } from '#engines/proposing/parties.ts'

/** `seated` are the states whose own offices are named: one of them may be the home of whoever speaks. */
export type Actors = { all: Map<string, number>; lead: Map<string, number>; seated: Set<string> }
/**
 * `principal`: the document is about these parties. `local`: it is about many things, and sentences count that name
 * all the parties or stand where it turns to them. `around`: it is about others first, and only the latter count.
 */
export type Scope = 'principal' | 'local' | 'around' | 'none'

function tally(groups: Mention[][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { party, weight } of groups.flat()) counts.set(party, (counts.get(party) ?? 0) + weight)
  return counts
}

/** `lead` are the title's mentions and those of the first sentences, each counting half as much as the one before. */
export function actorsOf(bySentence: Mention[][], title: Mention[]): Actors {
  const fading = bySentence
    .slice(0, 3)
    .map((found, index) => found.map((each) => ({ ...each, weight: each.weight / 2 ** index })))
  const all = bySentence.flat()
  return {
    all: tally([title, title, ...bySentence]),
    lead: tally([title, ...fading]),
    seated: new Set(all.filter(({ weight }) => weight === seat).map(({ party }) => party)),
  }
}

/** The weakest party that must still be there: of two both, of more at least a second one. */
function weakest(counts: Map<string, number>, parties: string[]): number {
  const sorted = parties.map((party) => counts.get(party) ?? 0).sort((a, b) => b - a)
  return sorted[Math.min(sorted.length, 2) - 1] ?? 0
}

export function scopeOf({ all, lead, seated }: Actors, parties: string[]): Scope {
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
  // Its own state goes without saying where an official speaks: then the other party must outweigh all others.
  const isHome = parties.some((party) => seated.has(party) && (all.get(party) ?? 0) === weak)
  const most = mostIn(all)
  const isAhead =
    weak >= Math.max(weakLead > 0 || isHome ? 1 : 2, strongest) ||
    (weak >= seat && most >= (isHome ? 1 : 2) * strongest)
  if (share >= 0.45 && isAhead && isFirst) return 'principal'
  if (share >= 0.3 && weakLead >= seat && weakLead >= strongestLead) return 'principal'
  if (share < 0.2) return 'none'
  return isFirst ? 'local' : 'around'
}

/** Whether a stretch of a document is about these parties alone; a speaker's own state need not be named. */
export function isTurnedTo(stretch: Mention[][], parties: string[], { seated }: Actors): boolean {
  if (stretch.flat().some(({ party, weight }) => !parties.includes(party) && weight >= seat)) return false
  const counts = tally(stretch)
  const isStrong = (party: string) => (counts.get(party) ?? 0) >= 2
  const homes = parties.length > 1 ? parties.filter((party) => seated.has(party)) : []
  return (
    weakest(counts, parties) >= 1 ||
    homes.some((home) => parties.every((party) => party === home || isStrong(party)))
  )
}

/** Whether a sentence itself names every party that the scope asks for, and no other state. */
export function namesThem(found: Mention[], parties: string[]): boolean {
  const counts = tally([found])
  return (
    weakest(counts, parties) > 0 && found.every(({ party, weight }) => parties.includes(party) || weight < 1)
  )
}

/** How far a sentence is the parties' own: less where it names a state outside and not all of them, or none. */
export function ownShare(found: Mention[], parties: string[]): number {
  const outside = found.filter(({ party, weight }) => !parties.includes(party) && weight >= seat)
  if (outside.length === 0 || weakest(tally([found]), parties) > 0) return 1
  const isOne = new Set(outside.map(({ party }) => party)).size === 1
  return isOne && found.some(({ party }) => parties.includes(party)) ? 0.85 : 0.6
}
