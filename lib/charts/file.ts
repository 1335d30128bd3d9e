// A chart as a file to download: CSV, JSON, SVG or PNG.

import { chartSvg } from '#lib/charts/draw.ts'
import { pngOf } from '#lib/charts/png.ts'
import { chartTable, type PresentedChart, presentChart } from '#lib/charts/present.ts'
import type { ChartFormat } from '#lib/charts/rules.ts'
import { csvOf } from '#lib/csv.ts'

export type ChartFile = { name: string; type: string; body: string | Uint8Array<ArrayBuffer> }

const types: Record<ChartFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
}

/** The file; null where a picture cannot be made just now because too many are wanted at once. */
export async function chartFile(chart: PresentedChart, format: ChartFormat): Promise<ChartFile | null> {
  const body = await bodyOf(chart, format)
  const about = [chart.summit?.slug, chart.drawing.chart, chart.clocks.on, chart.language]
  if (body === null) return null
  return { name: `${about.filter(Boolean).join('-')}.${format}`, type: types[format], body }
}

async function bodyOf(chart: PresentedChart, format: ChartFormat): Promise<ChartFile['body'] | null> {
  if (format === 'json') return `${JSON.stringify(presentChart(chart), null, 2)}\n`
  if (format === 'csv') {
    const { columns, rows } = chartTable(chart.drawing)
    return csvOf([columns, ...rows])
  }
  const svg = chartSvg(chart)
  return format === 'svg' ? svg : pngOf(svg)
}
