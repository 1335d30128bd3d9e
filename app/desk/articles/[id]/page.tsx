import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { Reading } from '#app/desk/articles/[id]/reading.tsx'
import { archive } from '#app/desk/articles/actions.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { ArticleFacts } from '#components/articles/facts.tsx'
import { Carried, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
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
      {newest?.text ? <Reading viewer={viewer} article={article} snapshot={newest} values={kept} /> : null}
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
