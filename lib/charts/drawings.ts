// What charts are drawn from, out of the commitments that a page has read already.

import type { Counted, Drawing } from '#lib/charts/rules.ts'
import type { CommitmentLine } from '#lib/commitments/read.ts'
import type { Localised } from '#lib/languages.ts'
import { axisOf } from '#lib/progress/axis.ts'
import type { World } from '#lib/progress/read.ts'
import { inForce, type Tally, tallyBy, tallyOf } from '#lib/progress/rules.ts'
import { scoresOf, sidesOf, stepsOf } from '#lib/progress/steps.ts'

/** How commitments moved, by the updates they were read with; from another day on, to stand beside others. */
export function stepsDrawing(
  lines: CommitmentLine[],
  on: string,
  today: string,
  from?: string,
): Drawing & { chart: 'steps' } {
  const steps = stepsOf(
    lines.map((line) => sidesOf(line)[0]),
    on,
  )
  return { chart: 'steps', steps, axis: { ...axisOf(lines, on, today), ...(from ? { from } : {}) } }
}

export function scoreDrawing(
  lines: CommitmentLine[],
  on: string,
  today: string,
): Drawing & { chart: 'score' } {
  const scores = scoresOf(stepsOf(lines.flatMap(sidesOf), on))
  return { chart: 'score', scores, axis: axisOf(lines, on, today) }
}

export type Progress = { overall: Tally; own: Tally; areas: Counted[]; parties: Counted[] }

/** Where commitments stand: overall, by area, and each party by its own updates alone. */
export function progressOf(lines: CommitmentLine[]): Progress {
  const stood = lines.map((line) => ({ line, ...inForce(line.updates) }))
  const sides = stood.flatMap(({ line, byParty }) =>
    line.parties.map((party) => ({ party, status: byParty.get(party.id)?.status ?? null })),
  )
  const status = ({ overall }: (typeof stood)[number]) => overall?.status ?? null
  return {
    overall: tallyOf(stood.map(status)),
    own: tallyOf(sides.map(({ status }) => status)),
    areas: counted(
      tallyBy(stood, ({ line }) => line.area.slug, status),
      lines.map(({ area }) => [area.slug, area.name]),
    ),
    parties: counted(
      tallyBy(
        sides,
        ({ party }) => party.code,
        ({ status }) => status,
      ),
      sides.map(({ party }) => [party.code, party.name]),
    ),
  }
}

/** The same of the whole tracker, as it was counted by the database. */
export function progressOfWorld({
  overall,
  own,
  areas,
  parties,
  summits,
}: World): Progress & { summits: Counted[] } {
  return {
    overall,
    own,
    areas: areas.map(({ slug, ...each }) => ({ key: slug, ...each })),
    parties: parties.map(({ code, ...each }) => ({ key: code, ...each })),
    summits: summits.map(({ slug, ...each }) => ({ key: slug, ...each })),
  }
}

function counted(tallies: Map<string, Tally>, names: [string, Localised][]): Counted[] {
  const name = new Map(names)
  return [...tallies].map(([key, tally]) => ({ key, name: name.get(key) ?? {}, tally }))
}
