import type { Metadata } from 'next'
import { languageOf, type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { Citations } from '#components/citations/citations.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { citeArticle } from '#lib/citations/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { params: Params<{ id: string }>; searchParams: Query }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const language = await languageOf(params)
  return titled(wordsOf(language, 'citations')('citeSource'), language)
}

export default async function CiteArticle({ params, searchParams }: Props) {
  const page = await readPageRequest(params, searchParams)
  const { clocks, language, href } = page
  const t = wordsOf(language, 'citations')
  const { id } = await params
  const path = `/articles/${id}`
  const cited = await citeArticle(await currentViewer(), clocks, id).catch(missing)
  if (!cited)
    return (
      <>
        <ClockNotice {...page} now={`${path}/cite`} />
        <NotFoundPage />
      </>
    )
  const said = {
    source: () => (
      <a href={href(path)} lang={cited.language}>
        <bdi>{cited.title}</bdi>
      </a>
    ),
  }
  return (
    <StaticMarkup>
      <ClockNotice {...page} now={`${path}/cite`} />
      <h1>{t('citeSource')}</h1>
      <p className="mt-3 max-w-measure">
        {cited.archived ? t.rich('archived', said) : t.rich('notArchived', said)}
      </p>
      <Citations {...{ cited, language }} path={(format) => href(`${path}/cite/${format}`)} />
      <ClockForm {...page} path={`${path}/cite`} />
    </StaticMarkup>
  )
}
