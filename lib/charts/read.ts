// Reads what a chart is drawn from, at the two clocks, for its own page and its files.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { groupsOf, groupsOfSite, scoreData, stepsData } from '#lib/charts/chart-data.ts'
import type { SourceCounts } from '#lib/charts/present.ts'
import type { ChartData, ChartName } from '#lib/charts/rules.ts'
import { type CommitmentLine, getCommitment } from '#lib/commitments/read.ts'
import type { CommitmentFilter } from '#lib/commitments/rules.ts'
import { filterCommitments } from '#lib/commitments/search.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import type { Localised } from '#lib/languages.ts'
import { axisOf } from '#lib/progress/axis.ts'
import { getSiteProgress } from '#lib/progress/read.ts'
import { findLatestSummit, getSummit } from '#lib/summits/read.ts'
import { isLive } from '#lib/updates/live.ts'

/** What an address asks of a chart. Without a summit, charts over time show the latest one, and tallies all of them. */
export type ChartAsked = { chart: ChartName; ref: string; search: CommitmentFilter; today: string }
type FoundChart = {
  drawing: ChartData
  summit: { slug: string; name: Localised } | null
  sources: SourceCounts
  /** Of ribbons: how many commitments match in all, and on how many pages. */
  total: number
  pages: number
}

/** Throws NotFound for a summit or a commitment that is not there. */
export async function getChart(viewer: Viewer, clocks: Clocks, asked: ChartAsked): Promise<FoundChart> {
  if (asked.chart === 'ribbons') return ribbonsFound(viewer, clocks, asked)
  if (asked.chart === 'summits' || (!asked.search.summit && !isOverTime(asked.chart)))
    return ofAll(viewer, clocks, asked.chart)
  const { slug, name, lines } = await summitAsked(viewer, clocks, asked.search.summit)
  const summit = slug ? { slug, name } : null
  const drawing = ofSummit(asked.chart, lines, clocks.on, asked.today)
  return { drawing, summit, sources: await countSources(viewer, lines), total: lines.length, pages: 1 }
}

type SummitChart = Exclude<ChartName, 'ribbons' | 'summits'>
const isOverTime = (chart: ChartName) => chart === 'steps' || chart === 'score'

async function summitAsked(viewer: Viewer, clocks: Clocks, slug: string) {
  if (slug) return getSummit(viewer, clocks, slug)
  return (await findLatestSummit(viewer, clocks)) ?? { slug: '', name: {}, lines: [] }
}

function ofSummit(chart: SummitChart, lines: CommitmentLine[], on: string, today: string): ChartData {
  if (chart === 'steps') return stepsData(lines, on, today)
  if (chart === 'score') return scoreData(lines, on, today)
  const { overall, own, ...counted } = groupsOf(lines)
  return chart === 'parts' ? { chart, overall, own } : { chart, counted: counted[chart] }
}

async function ofAll(viewer: Viewer, clocks: Clocks, chart: ChartName): Promise<FoundChart> {
  const world = await getSiteProgress(viewer, clocks)
  const { overall, own, ...counted } = groupsOfSite(world)
  const drawing: ChartData =
    chart === 'areas' || chart === 'parties' || chart === 'summits'
      ? { chart, counted: counted[chart].filter(({ tally }) => tally.total > 0) }
      : { chart: 'parts', overall, own }
  const [found] = await queryRows(z.object({ updates: z.number() }))`
    SELECT count(*)::int updates FROM "LiveUpdate" WHERE "occurredOn" <= ${clocks.on}::date AND ${isLive(clocks)}`
  const sources = { updates: found?.updates ?? 0, articles: null }
  return { drawing, summit: null, sources, total: overall.total, pages: 1 }
}

async function ribbonsFound(viewer: Viewer, clocks: Clocks, asked: ChartAsked): Promise<FoundChart> {
  const { lines, total, pages } = asked.ref
    ? { lines: [await getCommitment(viewer, clocks, asked.ref)], total: 1, pages: 1 }
    : await filterCommitments(viewer, clocks, asked.search)
  const summit = asked.search.summit ? (lines[0]?.summit ?? null) : null
  const drawing: ChartData = { chart: 'ribbons', lines, axis: axisOf(lines, clocks.on, asked.today) }
  return { drawing, summit, sources: await countSources(viewer, lines), total, pages }
}

/** How many updates the lines carry, and on how many sources these rest. */
async function countSources(viewer: Viewer, lines: CommitmentLine[]): Promise<SourceCounts> {
  authorize(viewer, 'commitment.read', 'any')
  const updates = lines.flatMap((line) => line.updates.map(({ id }) => id))
  if (updates.length === 0) return { updates: 0, articles: 0 }
  const [found] = await queryRows(z.object({ articles: z.number() }))`
    SELECT count(DISTINCT "articleId")::int articles FROM "Evidence" WHERE "updateId" = ANY (${updates})`
  return { updates: updates.length, articles: found?.articles ?? 0 }
}
