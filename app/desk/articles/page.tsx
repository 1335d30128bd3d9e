import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { pageAsked } from '#app/page-number.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { listArticles } from '#lib/articles/read.ts'
import { articleKinds } from '#lib/articles/rules.ts'
import { dateInWords } from '#lib/dates.ts'

export const generateMetadata = () => titled('Articles')

export default async function Articles({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const viewer = await requireMember('/desk/articles')
  const { page, fault } = pageAsked((await searchParams).page)
  const { rows, count, pages } = await listArticles(viewer, page)
  const act = (
    <ButtonLink look="main" href="/desk/captures/new">
      Capture a source
    </ButtonLink>
  )
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>Articles</h1>
        {count ? act : null}
      </div>
      {fault ? <p role="alert">{fault}</p> : null}
      {count === 0 ? (
        <Empty act={act}>
          Articles and official readouts are archived here. Every status rests on one: a quote from its text,
          or at least its address.
        </Empty>
      ) : (
        <ul className="mt-6 divide-y divide-rule border-y border-rule">
          {rows.map((article) => (
            <li key={article.id} className="py-3">
              <a href={`/desk/articles/${article.id}`} lang={article.language}>
                <bdi>{article.title}</bdi>
              </a>
              <div className="font-sans text-sm text-soft">
                {article.publisher ?? 'publisher unknown'} ·{' '}
                {article.publishedOn
                  ? dateInWords(article.publishedOn, article.publishedPrecision)
                  : 'date unknown'}{' '}
                · {articleKinds[article.kind].en} · {article.isArchived ? 'archived' : 'cited only'} · used{' '}
                {article.evidenceCount} {article.evidenceCount === 1 ? 'time' : 'times'}
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pager page={page} pages={pages} href={(to) => `/desk/articles?page=${to}`} />
    </>
  )
}
