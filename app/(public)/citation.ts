// A citation as a file to download (BibTeX, RIS and so on), as an HTTP response.

import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { missing } from '#app/not-found-page.tsx'
import { type Cited, citationFormats, isCitationFormat } from '#lib/citations/rules.ts'
import { readClocks } from '#lib/clocks.ts'
import type { Clocks } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'

type Cite = (clocks: Clocks, language: Language) => Promise<Cited>

/** A citation as a file, at the clocks of its address, or why there is none. */
export async function citation(
  request: Request,
  params: Params<{ format: string }>,
  cite: Cite,
): Promise<Response> {
  const { format } = await params
  const language = await languageOf(params)
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const clocks = readClocks(asked, new Date(), language)
  if ('fault' in clocks) return Response.json({ error: clocks.fault }, { status: 400 })
  const cited = await cite(clocks, language).catch(missing)
  if (!cited) return Response.json({ error: 'There is nothing at this address to cite.' }, { status: 404 })
  if (!isCitationFormat(format))
    return Response.json(
      { error: `Citations come as ${Object.keys(citationFormats).join(', ')}.` },
      { status: 404 },
    )
  const { type, ending, write } = citationFormats[format]
  return new Response(write(cited), {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${cited.key}.${ending}"`,
    },
  })
}
