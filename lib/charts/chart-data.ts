// The data of charts: series and tallies out of the commitments that a page has read already.

import type { ChartData, TallyOfGroup } from '#lib/charts/rules.ts'
import type { CommitmentLine } from '#lib/commitments/read.ts'
import type { Localised } from '#lib/languages.ts'
import { axisOf } from '#lib/progress/axis.ts'
import type { SiteProgress } from '#lib/progress/read.ts'
import { inForce, type Tally, tallyBy, tallyOf } from '#lib/progress/rules.ts'
import { scoreSteps, sidesOf, tallySteps } from '#lib/progress/steps.ts'

/** How commitments moved, by the updates they were read with; from another day on, to stand beside others. */
export function stepsData(
  lines: CommitmentLine[],
  on: string,
  today: string,
  from?: string,
): ChartData & { chart: 'steps' } {
  const steps = tallySteps(
    lines.map((line) => sidesOf(line)[0]),
    on,
  )
  return { chart: 'steps', steps, axis: { ...axisOf(lines, on, today), ...(from ? { from } : {}) } }
}

export function scoreData(
  lines: CommitmentLine[],
  on: string,
  today: string,
): ChartData & { chart: 'score' } {
  const scores = scoreSteps(tallySteps(lines.flatMap(sidesOf), on))
  return { chart: 'score', scores, axis: axisOf(lines, on, today) }
}

export type GroupTallies = { overall: Tally; own: Tally; areas: TallyOfGroup[]; parties: TallyOfGroup[] }

/** Where commitments stand: overall, by area, and each party by its own updates alone. */
export function groupsOf(lines: CommitmentLine[]): GroupTallies {
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
export function groupsOfSite({
  overall,
  own,
  areas,
  parties,
  summits,
}: SiteProgress): GroupTallies & { summits: TallyOfGroup[] } {
  return {
    overall,
    own,
    areas: areas.map(({ slug, ...each }) => ({ key: slug, ...each })),
    parties: parties.map(({ code, ...each }) => ({ key: code, ...each })),
    summits: summits.map(({ slug, ...each }) => ({ key: slug, ...each })),
  }
}

function counted(tallies: Map<string, Tally>, names: [string, Localised][]): TallyOfGroup[] {
  const name = new Map(names)
  return [...tallies].map(([key, tally]) => ({ key, name: name.get(key) ?? {}, tally }))
}
