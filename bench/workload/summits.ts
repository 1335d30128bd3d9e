// The summits of the workload, who met there, and what they promised.

import type { z } from 'zod'
import { CommitmentInput } from '#lib/commitments/input.ts'
import type { Localised } from '#lib/languages.ts'
import type { SummitInput } from '#lib/summits/input.ts'
import { addDays, instant } from './days.ts'
import type { Random } from './random.ts'
import { inBoth, phrase, sentences } from './words.ts'

export type Party = { id: string; code: string; name: Localised }
export type Area = { id: string; slug: string; name: Localised; position: number }
export type Summit = z.output<typeof SummitInput> & { id: string; recordedAt: Date; bound: Party[] }
export type Commitment = z.output<typeof CommitmentInput> & {
  id: string
  summit: Summit
  area: Area
  bound: Party[]
  recordedAt: Date
}

const firstSummitOn = '2016-01-11'
const days = 3_500

export function parties(random: Random): Party[] {
  return Array.from({ length: 30 }, (_, at) => {
    const code = String.fromCharCode(65 + Math.floor(at / 6), 65 + (at % 6))
    return { id: random.id(), code, name: { en: `State of ${code}`, zh: `${code}国` } }
  })
}

export function areas(random: Random): Area[] {
  return Array.from({ length: 12 }, (_, position) => ({
    id: random.id(),
    slug: `area-${position + 1}`,
    name: { en: `${phrase(random, 2)} ${position + 1}`, zh: `领域${position + 1}` },
    position,
  }))
}

export function summit(random: Random, at: number, of: number, all: Party[]): Summit {
  const startsOn = addDays(firstSummitOn, Math.floor((at * days) / of))
  // Two leaders more often than twenty.
  const bound = random.some(all, random.chance(0.5) ? 2 : random.int(3, 20))
  return {
    id: random.id(),
    slug: `summit-${at + 1}`,
    name: inBoth(random, `${phrase(random, 2)} summit ${at + 1}`),
    place: inBoth(random, phrase(random, 2)),
    startsOn,
    endsOn: addDays(startsOn, random.int(0, 2)),
    parties: bound.map(({ code }) => ({ code, leader: inBoth(random, phrase(random, 2)) })),
    recordedAt: instant(addDays(startsOn, 3), random),
    bound,
  }
}

export function commitment(random: Random, of: Summit, at: number, all: Area[]): Commitment {
  const area = random.pick(all)
  const bound = random.some(of.bound, Math.max(2, random.int(2, Math.min(6, of.bound.length))))
  // Drawn in this order: the same seed makes the same workload.
  const id = random.id()
  const said = CommitmentInput.parse({
    ref: `${of.slug.toUpperCase()}-${at + 1}`,
    summitSlug: of.slug,
    areaSlug: area.slug,
    title: inBoth(random, phrase(random, random.int(5, 10))),
    text: inBoth(random, sentences(random, 2)),
    madeOn: of.endsOn,
    due: random.chance(0.4) ? { on: addDays(of.endsOn, random.int(180, 1_500)), precision: 'DAY' } : null,
    reviewEveryDays: random.pick([30, 90, 90, 180, 365]),
    promisedInId: null,
    partyCodes: bound.map(({ code }) => code),
    criteria: Array.from({ length: random.int(1, 4) }, () => inBoth(random, phrase(random, 12))),
  })
  const recordedAt = instant(addDays(of.startsOn, random.int(4, 8)), random)
  return { ...said, id, summit: of, area, bound, recordedAt }
}
