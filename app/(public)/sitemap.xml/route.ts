import { currentViewer } from '#app/current-viewer.ts'
import { env } from '#lib/env.ts'
import { countParts, sitemapIndex } from '#lib/sharing/sitemap.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const parts = await countParts(await currentViewer())
  return new Response(sitemapIndex(env().BASE_URL, parts), { headers: { 'content-type': 'application/xml' } })
}
