// robots.txt: what search engines may crawl.

import type { MetadataRoute } from 'next'
import { env } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

const desk = ['/desk', '/sign-in', '/setup', '/invitation', '/forgotten', '/new-password', '/address']

/** What is public may be found; the desk is nobody's business. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: desk },
    sitemap: `${env().BASE_URL}/sitemap.xml`,
  }
}
