import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { Reading } from '#app/desk/articles/[id]/reading.tsx'
import { Again } from '#app/desk/captures/again.tsx'
import { LiveCheckPanel } from '#app/desk/live-checks/panel.tsx'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { ArticleFacts } from '#components/articles/facts.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { getArticle } from '#lib/excerpts/read.ts'

export const generateMetadata = () => titled('Reader')

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function Reader({ params, searchParams }: Props) {
  const { id } = await params
  const { held, quoted, again, ...asked } = await searchParams
  const path = `/desk/articles/${id}`
  const viewer = await requireMember(path)
  const article = await getArticle(viewer, id).catch(missing)
  if (!article) return <NotFoundPage />
  const kept = (await findParkedForm(viewer, typeof held === 'string' ? held : undefined, path)) ?? {}
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
        <Reading viewer={viewer} article={article} snapshot={newest} asked={asked} values={kept} />
      ) : null}
      <LiveCheckPanel viewer={viewer} article={article} isAsked={Boolean(again)} />
      {older.length ? (
        <p className="mt-4 font-sans text-sm text-soft">{older.length} earlier in the archive.</p>
      ) : null}
    </>
  )
}
