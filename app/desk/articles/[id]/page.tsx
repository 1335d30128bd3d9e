import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { quote } from '#app/desk/articles/actions.ts'
import { Again } from '#app/desk/captures/again.tsx'
import { missing, NotThere } from '#app/not-there.tsx'
import { ArticleBody } from '#components/articles/body.tsx'
import { ArticleFacts } from '#components/articles/facts.tsx'
import { RestingOn } from '#components/articles/resting.tsx'
import { Quote } from '#components/excerpts/quote.tsx'
import { QuoteForm } from '#components/excerpts/quote-form.tsx'
import { listParties } from '#lib/articles/read.ts'
import { heldForm } from '#lib/auth/held.ts'
import { getArticle } from '#lib/excerpts/read.ts'

export const generateMetadata = () => titled('Reader')

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function Reader({ params, searchParams }: Props) {
  const { id } = await params
  const { held, quoted, again } = await searchParams
  const path = `/desk/articles/${id}`
  const viewer = await requireMember(path)
  const article = await getArticle(viewer, id).catch(missing)
  if (!article) return <NotThere />
  const kept = (await heldForm(viewer, typeof held === 'string' ? held : undefined, path)) ?? {}
  const [newest, ...older] = article.snapshots
  return (
    <>
      <h1 lang={article.language} className="max-w-measure">
        <bdi>{article.title}</bdi>
      </h1>
      <details className="mt-4" open={!newest}>
        <summary className="font-sans text-sm text-soft">Where it comes from</summary>
        <div className="mt-3">
          <ArticleFacts article={article} />
          <p className="mt-2 font-sans text-sm">
            <a href={`/articles/${id}`}>As visitors see it</a>
          </p>
        </div>
      </details>
      {again || !newest ? <Again article={article} isAsked={Boolean(again)} /> : null}
      {newest ? (
        <p className="mt-4 font-sans text-sm">
          <a href={`${path}/proposals`}>What it speaks to</a>
        </p>
      ) : null}
      {quoted ? (
        <p role="status" className="mt-4">
          Quoted. <a href={`/desk/updates/new?excerpt=${quoted}`}>Record an update with it</a>, or quote on.
        </p>
      ) : null}
      {newest?.text ? (
        <div className="mt-8 gap-12 lg:grid lg:grid-cols-[minmax(0,38rem)_1fr]">
          <ArticleBody text={newest.text} language={article.language} excerpts={newest.excerpts} />
          <aside className="mt-10 lg:mt-0">
            <QuoteForm
              action={quote}
              values={kept}
              snapshotId={newest.id}
              requestKey={crypto.randomUUID()}
              parties={await listParties(viewer)}
            />
            <h2 className="text-base">Quoted so far</h2>
            {newest.excerpts.length === 0 ? (
              <p className="text-soft">Nothing yet: select a sentence, or paste its exact words above.</p>
            ) : null}
            <ol className="space-y-6 text-sm">
              {newest.excerpts.map((excerpt) => (
                <li key={excerpt.id}>
                  <Quote
                    {...excerpt}
                    before=""
                    after=""
                    id={`excerpt-${excerpt.id}`}
                    language={article.language}
                  />
                  <RestingOn updates={excerpt.restingOn} />
                </li>
              ))}
            </ol>
          </aside>
        </div>
      ) : null}
      {newest && !again ? <Again article={article} isAsked={false} /> : null}
      {older.length ? (
        <p className="mt-4 font-sans text-sm text-soft">{older.length} earlier in the archive.</p>
      ) : null}
    </>
  )
}
