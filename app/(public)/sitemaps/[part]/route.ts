import { currentViewer } from '#app/current-viewer.ts'
import { env } from '#lib/env.ts'
import { countParts, listAddresses, sitemapPart } from '#lib/sharing/sitemap.ts'
import { sitemapRoutes } from '#server/public-routes.ts'

type Context = { params: Promise<{ part: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const viewer = await currentViewer()
  const part = Number((await params).part)
  if (!Number.isInteger(part) || part < 1 || part > (await countParts(viewer)))
    return Response.json({ error: 'There is no such part of the sitemap.' }, { status: 404 })
  return new Response(sitemapPart(env().BASE_URL, await listAddresses(viewer, part, sitemapRoutes)), {
    headers: { 'content-type': 'application/xml' },
  })
}
