import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { env } from '#lib/env.ts'
import { openSearch } from '#lib/sharing/opensearch.ts'

/** How browsers search the site in this language. */
export async function GET(_: Request, { params }: { params: Params }): Promise<Response> {
  const headers = { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' }
  return new Response(openSearch(env().BASE_URL, await languageOf(params)), { headers })
}
