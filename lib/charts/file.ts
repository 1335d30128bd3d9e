// A chart as a file in each of the formats it comes in.

import { drawChart } from '#lib/charts/draw.ts'
import { pngOf } from '#lib/charts/png.ts'
import { type Presented, presentChart, tableOf } from '#lib/charts/present.ts'
import type { Format } from '#lib/charts/rules.ts'
import { csvOf } from '#lib/csv.ts'

export type File = { name: string; type: string; body: string | Uint8Array<ArrayBuffer> }

const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
}

/** The file; null where a picture cannot be made just now because too many are wanted at once. */
export async function fileOf(chart: Presented, format: Format): Promise<File | null> {
  const body = await bodyOf(chart, format)
  const about = [chart.summit?.slug, chart.drawing.chart, chart.clocks.on, chart.language]
  if (body === null) return null
  return { name: `${about.filter(Boolean).join('-')}.${format}`, type: types[format], body }
}

async function bodyOf(chart: Presented, format: Format): Promise<File['body'] | null> {
  if (format === 'json') return `${JSON.stringify(presentChart(chart), null, 2)}\n`
  if (format === 'csv') {
    const { columns, rows } = tableOf(chart.drawing)
    return csvOf([columns, ...rows])
  }
  const svg = drawChart(chart)
  return format === 'svg' ? svg : pngOf(svg)
}
