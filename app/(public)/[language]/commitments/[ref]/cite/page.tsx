import type { Metadata } from 'next'
import { languageOf, type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { Citations } from '#components/citations/citations.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { citeCommitment } from '#lib/citations/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { params: Params<{ ref: string }>; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const language = await languageOf(params)
  const ref = (await params).ref.slice(0, 40)
  return titled(wordsOf(language, 'citations')('cite', { ref }), language)
}

export default async function CiteCommitment({ params, searchParams }: Props) {
  const page = await readPageRequest(params, searchParams)
  const { clocks, language, href } = page
  const t = wordsOf(language, 'citations')
  const { ref } = await params
  const cited = await citeCommitment(await currentViewer(), clocks, ref, language).catch(missing)
  if (!cited) return <NotFoundPage />
  const path = `/commitments/${ref}`
  return (
    <StaticMarkup>
      <ClockNotice {...page} now={`${path}/cite`} />
      <h1>{t('cite', { ref })}</h1>
      <p className="mt-3 max-w-measure">
        {t.rich('clocksSet', { ref, page: (text) => <a href={href(path)}>{text}</a> })}
      </p>
      <Citations {...{ cited, language }} path={(format) => href(`${path}/cite/${format}`)} />
      <ClockForm {...page} path={`${path}/cite`} />
    </StaticMarkup>
  )
}
