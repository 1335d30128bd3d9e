import type { Metadata } from 'next'
import { cache } from 'react'
import { pageMetadata } from '#app/(public)/page-metadata.ts'
import { type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ArticleBody } from '#components/articles/body.tsx'
import { CitedBy } from '#components/articles/cited-by.tsx'
import { ArticleFacts } from '#components/articles/facts.tsx'
import { MarginNote } from '#components/excerpts/margin.tsx'
import { Quote } from '#components/excerpts/quote.tsx'
import { LastCheck } from '#components/live-checks/last-check.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { JsonLd } from '#components/sharing/json-ld.tsx'
import { ShareLine } from '#components/sharing/share-line.tsx'
import { env } from '#lib/env.ts'
import { getArticle } from '#lib/excerpts/read.ts'
import type { Language } from '#lib/languages.ts'
import { findFinding } from '#lib/live-checks/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { ldOfArticle } from '#lib/sharing/json-ld.ts'

type Props = { params: Params<{ id: string }>; searchParams: Query }

const asked = cache(async (params: Props['params'], query: Query) => {
  const page = await readPageRequest(params, query)
  const viewer = await currentViewer()
  return { page, viewer, article: await getArticle(viewer, (await params).id, page.clocks).catch(missing) }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { article, page } = await asked(params, searchParams)
  if (!article) return { title: wordsOf(page.language, 'frame')('notFound') }
  const said = { title: article.title, description: summaryOf(article, page.language) }
  return pageMetadata({ ...page, ...said, path: `/articles/${article.id}`, hasPicture: false })
}

type Article = Awaited<ReturnType<typeof getArticle>>

/** How much of it is quoted, and how much rests on it. */
function summaryOf({ snapshots, citedBy }: Article, language: Language): string {
  const excerpts = snapshots.flatMap((snapshot) => snapshot.excerpts)
  const resting = [...citedBy, ...excerpts.flatMap((each) => each.restingOn)].map(({ id }) => id)
  return wordsOf(language, 'sources')('summary', { quoted: excerpts.length, resting: new Set(resting).size })
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { page, viewer, article } = await asked(params, searchParams)
  const { clocks, language, href } = page
  const t = wordsOf(language, 'sources')
  const path = `/articles/${(await params).id}`
  if (!article)
    return (
      <>
        <ClockNotice {...page} now={path} />
        <NotFoundPage />
      </>
    )
  const excerpts = article.snapshots.flatMap((snapshot) => snapshot.excerpts)
  const newest = article.snapshots[0]
  const apart = newest?.text ? excerpts.filter((each) => !newest.excerpts.includes(each)) : excerpts
  const numbered = [...(newest?.text ? newest.excerpts : []), ...apart]
  const notes = new Map(
    numbered.map((excerpt, at) => [
      excerpt.id,
      <MarginNote key={excerpt.id} number={at + 1} {...{ excerpt, language, href }} />,
    ]),
  )
  return (
    <StaticMarkup as="article">
      <JsonLd of={ldOfArticle(article)} />
      <ClockNotice {...page} now={path} />
      <h1 lang={article.language} className="max-w-measure">
        <bdi>{article.title}</bdi>
      </h1>
      <p className="mt-3 max-w-measure text-lg">{summaryOf(article, language)}</p>
      <div className="mt-6">
        <ArticleFacts article={article} language={language} />
      </div>
      <LastCheck finding={await findFinding(viewer, article.id, clocks)} language={language} />
      <ShareLine {...{ language, href, path }} short={`${env().BASE_URL}/a/${article.id}`} />
      {viewer.kind === 'member' ? (
        <p className="no-print mt-2 font-sans text-sm">
          <a href={`/desk${path}`}>{t('quoteOnDesk')}</a>
        </p>
      ) : null}
      <ClockForm {...page} path={path} />
      {article.citedBy.length ? (
        <section>
          <h2>{t('citedOnly')}</h2>
          <CitedBy updates={article.citedBy} {...{ language, href }} />
        </section>
      ) : null}
      {newest?.text ? (
        <section className="flow-root">
          <h2>{t('text')}</h2>
          <ArticleBody
            text={newest.text}
            layout={newest.layout}
            language={article.language}
            reader={language}
            excerpts={newest.excerpts}
            note={(id) => notes.get(id)}
          />
        </section>
      ) : null}
      {apart.length ? (
        <section>
          <h2>{newest?.text ? t('earlier') : t('passages')}</h2>
          <div className="space-y-8">
            {apart.map(({ id, exact, before, after }) => (
              <div key={id}>
                <Quote id={`excerpt-${id}`} language={article.language} {...{ exact, before, after }} />
                <div className="mt-2 max-w-measure">{notes.get(id)}</div>
              </div>
            ))}
          </div>
        </section>
      ) : null}
      {newest && !article.isWhole ? (
        <p className="mt-10 max-w-measure font-sans text-sm text-soft">{t('underCopyright')}</p>
      ) : null}
    </StaticMarkup>
  )
}
