import { citation } from '#app/(public)/citation.ts'
import type { Params } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { citeArticle } from '#lib/citations/read.ts'

type Context = { params: Params<{ id: string; format: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const viewer = await currentViewer()
  return citation(request, params, (clocks) => citeArticle(viewer, clocks, id))
}
