import { type Cited, formats, isFormat } from '#lib/citations/rules.ts'

/** A citation as a file, or why there is none. */
export function citation(format: string, cited: Cited | null): Response {
  if (!cited) return Response.json({ error: 'There is nothing at this address to cite.' }, { status: 404 })
  if (!isFormat(format))
    return Response.json({ error: `Citations come as ${Object.keys(formats).join(', ')}.` }, { status: 404 })
  const { type, ending, write } = formats[format]
  return new Response(write(cited), {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${cited.key}.${ending}"`,
    },
  })
}
