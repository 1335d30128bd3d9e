import { citation } from '#app/(public)/citation.ts'
import type { Params } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { citeSummit } from '#lib/citations/read.ts'

type Context = { params: Params<{ slug: string; format: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const viewer = await currentViewer()
  return citation(request, params, (clocks, language) => citeSummit(viewer, clocks, slug, language))
}
