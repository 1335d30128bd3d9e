import type { Params } from '#app/(public)/asked.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { Citations } from '#components/citations/citations.tsx'
import { citeArticle } from '#lib/citations/read.ts'

export const generateMetadata = () => titled('Cite a source')

export default async function CiteArticle({ params }: { params: Params<{ id: string }> }) {
  const { id } = await params
  const cited = await citeArticle(await currentViewer(), id).catch(missing)
  if (!cited) return <NotThere />
  const path = `/articles/${id}`
  return (
    <>
      <h1>Cite this source</h1>
      <p className="mt-3 max-w-measure">
        <a href={path} lang={cited.language}>
          <bdi>{cited.title}</bdi>
        </a>
        {cited.archived
          ? ', with the copy that is archived here: it stays when the page itself changes or goes.'
          : ', of which no copy is archived here.'}
      </p>
      <Citations cited={cited} path={(format) => `${path}/cite/${format}`} />
    </>
  )
}
