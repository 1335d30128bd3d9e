import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-found-page.tsx'
import { annotationOf, annotationType } from '#engines/anchoring/annotation.ts'
import { env } from '#lib/env.ts'
import { getAnnotated } from '#lib/excerpts/read.ts'

type Context = { params: Promise<{ id: string }> }

/** An excerpt as a W3C Web Annotation. Its words never change; what rests on them may. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const excerpt = await getAnnotated(await currentViewer(), (await params).id).catch(missing)
  if (!excerpt) return Response.json({ error: 'There is no such excerpt.' }, { status: 404 })
  return Response.json(annotationOf(env().BASE_URL, excerpt), {
    headers: { 'content-type': annotationType, 'cache-control': 'public, max-age=60' },
  })
}
