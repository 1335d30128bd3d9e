import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-found-page.tsx'
import { readClocks } from '#lib/clocks.ts'
import { historyColumns, historyRows, presentHistory } from '#lib/commitments/present.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { csvOf } from '#lib/csv.ts'
import { getHistory } from '#lib/updates/public.ts'

type Context = { params: Params<{ ref: string; format: string }> }

/** A commitment with all its updates and their evidence, as its page shows them for the same clocks. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { ref, format } = await params
  if (format !== 'csv' && format !== 'json')
    return Response.json({ error: 'A commitment comes as csv or json.' }, { status: 404 })
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const clocks = readClocks(asked, new Date(), await languageOf(params))
  if ('fault' in clocks) return Response.json({ error: clocks.fault }, { status: 400 })
  const viewer = await currentViewer()
  const found = await getCommitment(viewer, clocks, ref).catch(missing)
  if (!found) return Response.json({ error: 'There is no such commitment.' }, { status: 404 })
  const updates = await getHistory(viewer, clocks, found.id)
  const name = `${found.ref.toLowerCase()}-${clocks.on}.${format}`
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  if (format === 'json') return Response.json(presentHistory(found, updates, clocks), { headers })
  const rows = [historyColumns, ...historyRows(found, updates)]
  return new Response(csvOf(rows), {
    headers: { ...headers, 'content-type': 'text/csv; charset=utf-8' },
  })
}
