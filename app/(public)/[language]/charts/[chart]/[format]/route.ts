import { permanentAddress, readChart } from '#app/(public)/chart.ts'
import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-found-page.tsx'
import { chartFile } from '#lib/charts/file.ts'
import { getChart } from '#lib/charts/read.ts'
import { isChart, isChartFormat } from '#lib/charts/rules.ts'
import { readClocks } from '#lib/clocks.ts'
import { dayOf } from '#lib/dates.ts'
import { settledClocks } from '#lib/ledger/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Context = { params: Params<{ chart: string; format: string }> }

/** A chart as CSV, JSON, SVG or PNG, for the same parameters as its page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { chart, format } = await params
  const language = await languageOf(params)
  const t = wordsOf(language, 'charts')
  const refuse = (status: number, error: string) => Response.json({ error }, { status })
  if (!isChart(chart)) return refuse(404, t('noSuchChart'))
  if (!isChartFormat(format)) return refuse(404, t('noSuchFormat'))
  const given = Object.fromEntries(new URL(request.url).searchParams)
  const clocks = readClocks(given, new Date(), language)
  if ('fault' in clocks) return refuse(400, clocks.fault)
  const { asked, kept, faults } = readChart(chart, given, dayOf(new Date()), language)
  if (faults[0]) return refuse(400, faults[0])
  const viewer = await currentViewer()
  const settled = await settledClocks(viewer, clocks)
  const found = await getChart(viewer, settled, asked).catch(missing)
  if (!found || asked.search.page > found.pages) return refuse(404, t('nothingToDraw'))
  const address = permanentAddress(chart, kept, settled, language)
  const file = await chartFile({ ...found, clocks: settled, address, language }, format)
  if (!file) return Response.json({ error: t('busy') }, { status: 503, headers: { 'retry-after': '5' } })
  return new Response(file.body, {
    headers: { 'content-type': file.type, 'content-disposition': `attachment; filename="${file.name}"` },
  })
}
