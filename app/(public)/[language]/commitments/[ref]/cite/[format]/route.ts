import { citation } from '#app/(public)/citation.ts'
import type { Params } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { citeCommitment } from '#lib/citations/read.ts'

type Context = { params: Params<{ ref: string; format: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { ref } = await params
  const viewer = await currentViewer()
  return citation(request, params, (clocks, language) => citeCommitment(viewer, clocks, ref, language))
}
