import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { readClocks } from '#lib/clocks.ts'
import { commitmentColumns, commitmentRow, presentCommitment } from '#lib/commitments/present.ts'
import { readCommitmentFilter } from '#lib/commitments/rules.ts'
import { exportCommitments } from '#lib/commitments/search.ts'
import { csvOf } from '#lib/csv.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Context = { params: Params<{ format: string }> }

/** The commitments that /commitments shows for the same parameters, all pages of them, as CSV or JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { format } = await params
  const language = await languageOf(params)
  if (format !== 'csv' && format !== 'json')
    return Response.json({ error: wordsOf(language, 'commitments')('formats') }, { status: 404 })
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const clocks = readClocks(asked, new Date(), language)
  const { search, faults } = readCommitmentFilter(asked, language)
  const fault = 'fault' in clocks ? clocks.fault : faults[0]
  if ('fault' in clocks || fault) return Response.json({ error: fault }, { status: 400 })
  const found = await exportCommitments(await currentViewer(), clocks, search)
  const name = `commitments-${clocks.on}.${format}`
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  if (format === 'json') return Response.json(found.map(presentCommitment), { headers })
  const rows = [commitmentColumns.map(String), ...found.map(commitmentRow)]
  return new Response(csvOf(rows), {
    headers: { ...headers, 'content-type': 'text/csv; charset=utf-8' },
  })
}
