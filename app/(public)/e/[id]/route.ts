import { shortRedirect } from '#app/(public)/short-redirect.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { findExcerptPath } from '#lib/sharing/read.ts'

type Context = { params: Promise<{ id: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return shortRedirect(request, await findExcerptPath(await currentViewer(), (await params).id))
}
