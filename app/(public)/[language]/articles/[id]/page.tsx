import type { Metadata } from 'next'
import { cache } from 'react'
import { languageOf, type Params, type Query, readAsked } from '#app/(public)/asked.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { ArticleBody } from '#components/articles/body.tsx'
import { ArticleFacts } from '#components/articles/facts.tsx'
import { RestingOn } from '#components/articles/resting.tsx'
import { MarginNote } from '#components/excerpts/margin.tsx'
import { Quote } from '#components/excerpts/quote.tsx'
import { LastLook } from '#components/looks/last-look.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { getArticle } from '#lib/excerpts/read.ts'
import { findFinding } from '#lib/looks/read.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { params: Params<{ id: string }>; searchParams: Query }

const asked = cache(async (params: Props['params'], query: Query) => {
  const page = await readAsked(params, query)
  const viewer = await currentViewer()
  return { page, viewer, article: await getArticle(viewer, (await params).id, page.clocks).catch(missing) }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { article } = await asked(params, searchParams)
  return { title: article?.title ?? wordsOf(await languageOf(params), 'frame')('notFound') }
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
        <NotThere />
      </>
    )
  const excerpts = article.snapshots.flatMap((snapshot) => snapshot.excerpts)
  const resting = new Set(
    [...article.citedBy, ...excerpts.flatMap((each) => each.restingOn)].map((each) => each.id),
  )
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
    <article>
      <ClockNotice {...page} now={path} />
      <h1 lang={article.language} className="max-w-measure">
        <bdi>{article.title}</bdi>
      </h1>
      <p className="mt-3 max-w-measure text-lg">
        {t('summary', { quoted: excerpts.length, resting: resting.size })}
      </p>
      <div className="mt-6">
        <ArticleFacts article={article} language={language} />
      </div>
      <LastLook finding={await findFinding(viewer, article.id, clocks)} language={language} />
      <p className="no-print mt-4 flex gap-x-6 font-sans text-sm">
        <a href={href(`${path}/cite`)}>{t('cite')}</a>
        {viewer.kind === 'member' ? <a href={`/desk${path}`}>{t('quoteOnDesk')}</a> : null}
      </p>
      <ClockForm {...page} path={path} />
      {article.citedBy.length ? (
        <section>
          <h2>{t('citedOnly')}</h2>
          <RestingOn updates={article.citedBy} {...{ language, href }} />
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
    </article>
  )
}
