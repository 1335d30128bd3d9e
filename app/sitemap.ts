import type { MetadataRoute } from 'next'
import { currentViewer } from '#app/current-viewer.ts'
import { env } from '#lib/env.ts'
import { listAddresses } from '#lib/search/read.ts'

export const dynamic = 'force-dynamic'

/** Every public page, each with the instant of the last thing published on it. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const fixed = ['/', '/commitments', '/search', '/methodology', '/ledger', '/corrections']
  const found = await listAddresses(await currentViewer())
  return [
    ...fixed.map((path) => ({ url: `${env().BASE_URL}${path}` })),
    ...found.map(({ path, at }) => ({ url: `${env().BASE_URL}${path}`, lastModified: at })),
  ]
}
