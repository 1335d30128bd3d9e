import type { Params } from '#app/(public)/asked.ts'
import { citation } from '#app/(public)/citation.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-there.tsx'
import { citeArticle } from '#lib/citations/read.ts'

type Context = { params: Params<{ id: string; format: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params
  return citation(format, await citeArticle(await currentViewer(), id).catch(missing))
}
