import { cache } from 'react'
import type { Params } from '#app/(public)/asked.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { ArticleBody } from '#components/articles/body.tsx'
import { ArticleFacts } from '#components/articles/facts.tsx'
import { RestingOn } from '#components/articles/resting.tsx'
import { MarginNote } from '#components/excerpts/margin.tsx'
import { Quote } from '#components/excerpts/quote.tsx'
import { LastLook } from '#components/looks/last-look.tsx'
import { getArticle } from '#lib/excerpts/read.ts'
import { findFinding } from '#lib/looks/read.ts'

type Props = { params: Params<{ id: string }> }

const article = cache(async (id: string) => getArticle(await currentViewer(), id).catch(missing))

export async function generateMetadata({ params }: Props) {
  return { title: (await article((await params).id))?.title ?? 'Not found' }
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export default async function ArticlePage({ params }: Props) {
  const shown = await article((await params).id)
  if (!shown) return <NotThere />
  const viewer = await currentViewer()
  const excerpts = shown.snapshots.flatMap((snapshot) => snapshot.excerpts)
  const resting = new Set(
    [...shown.citedBy, ...excerpts.flatMap((each) => each.restingOn)].map((each) => each.id),
  )
  const newest = shown.snapshots[0]
  const apart = newest?.text ? excerpts.filter((each) => !newest.excerpts.includes(each)) : excerpts
  const numbered = [...(newest?.text ? newest.excerpts : []), ...apart]
  const notes = new Map(
    numbered.map((each, at) => [each.id, <MarginNote key={each.id} excerpt={each} number={at + 1} />]),
  )
  return (
    <article>
      <h1 lang={shown.language} className="max-w-measure">
        <bdi>{shown.title}</bdi>
      </h1>
      <p className="mt-3 max-w-measure text-lg">
        {plural(excerpts.length, 'passage of this article is quoted', 'passages of this article are quoted')};{' '}
        {plural(resting.size, 'published update rests', 'published updates rest')} on it.
      </p>
      <div className="mt-6">
        <ArticleFacts article={shown} />
      </div>
      <LastLook finding={await findFinding(viewer, shown.id)} />
      <p className="no-print mt-4 font-sans text-sm">
        <a href={`/articles/${shown.id}/cite`}>Cite it</a>
      </p>
      {viewer.kind === 'member' ? (
        <p className="mt-4">
          <a href={`/desk/articles/${shown.id}`}>Quote from it on the desk</a>
        </p>
      ) : null}
      {shown.citedBy.length ? (
        <section>
          <h2>Cited without a quote</h2>
          <RestingOn updates={shown.citedBy} />
        </section>
      ) : null}
      {newest?.text ? (
        <section className="flow-root">
          <h2>The archived text</h2>
          <ArticleBody
            text={newest.text}
            layout={newest.layout}
            language={shown.language}
            excerpts={newest.excerpts}
            note={(id) => notes.get(id)}
          />
        </section>
      ) : null}
      {apart.length ? (
        <section>
          <h2>{newest?.text ? 'Quoted from an earlier text' : 'Passages quoted'}</h2>
          <div className="space-y-8">
            {apart.map((excerpt) => (
              <div key={excerpt.id}>
                <Quote
                  id={`excerpt-${excerpt.id}`}
                  exact={excerpt.exact}
                  before={excerpt.before}
                  after={excerpt.after}
                  language={shown.language}
                />
                <div className="mt-2 max-w-measure">{notes.get(excerpt.id)}</div>
              </div>
            ))}
          </div>
        </section>
      ) : null}
      {newest && !shown.isWhole ? (
        <p className="mt-10 max-w-measure font-sans text-sm text-soft">
          The text is under copyright: visitors see the quoted passages and a little of what stands around
          them. The whole of it is archived, and its hash is above.
        </p>
      ) : null}
    </article>
  )
}
