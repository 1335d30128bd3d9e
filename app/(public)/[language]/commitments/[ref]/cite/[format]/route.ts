import { languageOf, type Params } from '#app/(public)/asked.ts'
import { citation } from '#app/(public)/citation.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-there.tsx'
import { citeCommitment } from '#lib/citations/read.ts'
import { readClocks } from '#lib/clocks.ts'

type Context = { params: Params<{ ref: string; format: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { ref, format } = await params
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const clocks = readClocks(asked, new Date(), await languageOf(params))
  if ('fault' in clocks) return Response.json({ error: clocks.fault }, { status: 400 })
  return citation(format, await citeCommitment(await currentViewer(), clocks, ref).catch(missing))
}
