import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { archive, quote } from '#app/desk/articles/actions.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { ArticleBody } from '#components/articles/body.tsx'
import { ArticleFacts } from '#components/articles/facts.tsx'
import { RestingOn } from '#components/articles/resting.tsx'
import { Quote } from '#components/excerpts/quote.tsx'
import { QuoteForm } from '#components/excerpts/quote-form.tsx'
import { Carried, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { listParties } from '#lib/articles/read.ts'
import { heldForm } from '#lib/auth/held.ts'
import { getArticle } from '#lib/excerpts/read.ts'

export const generateMetadata = () => titled('Reader')

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function Reader({ params, searchParams }: Props) {
  const { id } = await params
  const { held, quoted } = await searchParams
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
      <details className="mt-12" open={!newest}>
        <summary className="font-sans">{newest ? 'Archive a newer text' : 'Archive its text'}</summary>
        <div className="mt-4">
          <Form action={archive} submit="Archive it" label="Snapshot" values={kept}>
            <Carried name="articleId" value={id} />
            <TextArea
              name="text"
              label="Text"
              rows={10}
              hint="The same text again changes nothing. Earlier snapshots and their excerpts stay."
            />
          </Form>
          {older.length ? (
            <p className="mt-4 font-sans text-sm text-soft">{older.length} earlier in the archive.</p>
          ) : null}
        </div>
      </details>
    </>
  )
}
