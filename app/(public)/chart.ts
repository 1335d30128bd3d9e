// The query parameters of a chart's page and files, and its permalink.

import type { ChartAsked } from '#lib/charts/read.ts'
import { type ChartName, chartPath, readChartRef } from '#lib/charts/rules.ts'
import { filterParameters, readCommitmentFilter } from '#lib/commitments/rules.ts'
import type { Clocks } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import type { Language } from '#lib/languages.ts'

type ChartAddress = {
  asked: ChartAsked
  /** Its parameters besides the clocks. */
  kept: Record<string, string>
  faults: string[]
}

/** Reads what an address asks of a chart besides the clocks. */
export function readChart(
  chart: ChartName,
  given: Record<string, string | undefined>,
  today: string,
  language: Language,
): ChartAddress {
  const { search, faults } = readCommitmentFilter(given, language)
  const { ref, faults: more } = readChartRef(given.ref, language)
  const page: Record<string, string> = search.page > 1 ? { page: String(search.page) } : {}
  const kept = { ...filterParameters(search), ...(ref ? { ref } : {}), ...page }
  return { asked: { chart, ref, search, today }, kept, faults: [...faults, ...more] }
}

/** Where a chart stands for ever as it is: with both clocks set. */
export function permanentAddress(
  chart: ChartName,
  kept: Record<string, string>,
  clocks: Clocks,
  language: Language,
) {
  const asked = new URLSearchParams({ ...kept, on: clocks.on, known: clocks.known.toISOString() })
  return `${env().BASE_URL}/${language}${chartPath(chart)}?${asked}`
}
