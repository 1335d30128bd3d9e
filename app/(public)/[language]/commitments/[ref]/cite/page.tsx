import { type Params, type Query, readAsked } from '#app/(public)/asked.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { Citations } from '#components/citations/citations.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { citeCommitment } from '#lib/citations/read.ts'

type Props = { params: Params<{ ref: string }>; searchParams: Query }

export const generateMetadata = async ({ params }: Props) => titled(`Cite ${(await params).ref.slice(0, 40)}`)

export default async function CiteCommitment({ params, searchParams }: Props) {
  const page = await readAsked(params, searchParams)
  const { ref } = await params
  const cited = await citeCommitment(await currentViewer(), page.clocks, ref).catch(missing)
  if (!cited) return <NotThere language={page.language} />
  const path = `/commitments/${ref}`
  return (
    <>
      <ClockNotice {...page} now={`${path}/cite`} />
      <h1>Cite {ref}</h1>
      <p className="mt-3 max-w-measure">
        The address sets both clocks: whoever follows it reads <a href={page.href(path)}>{ref}</a> as you do
        now, whatever is published later.
      </p>
      <Citations cited={cited} path={(format) => page.href(`${path}/cite/${format}`)} />
    </>
  )
}
