import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { askAgain } from '#app/desk/proposals/actions.ts'
import { Proposals } from '#app/desk/proposals/proposals.tsx'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { Live } from '#components/captures/live.tsx'
import { Act } from '#components/ui/act.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { getArticle } from '#lib/excerpts/read.ts'
import { listProposals } from '#lib/proposals/read.ts'

export const generateMetadata = () => titled('What it speaks to')

export default async function WhatItSpeaksTo({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const path = `/desk/articles/${id}`
  const viewer = await requireMember(`${path}/proposals`)
  const article = await getArticle(viewer, id).catch(missing)
  const newest = article?.snapshots[0]
  const ranked = newest ? await listProposals(viewer, newest.id) : null
  if (!article || !newest || !ranked) return <NotFoundPage />
  return (
    <>
      <h1>What it speaks to</h1>
      <p className="mt-2 max-w-measure">
        <a href={path} lang={article.language}>
          <bdi>{article.title}</bdi>
        </a>
      </p>
      {ranked.isRunning ? (
        <p role="status" className="mt-6">
          <Live path={`${path}/proposals`} />
          Its passages are being compared with the commitments.
        </p>
      ) : ranked.ranking ? (
        <Proposals ranked={ranked} back={path} />
      ) : (
        <>
          <Empty>
            The passages of this snapshot have not been compared with the commitments yet. It takes a moment;
            nothing is recorded by it.
          </Empty>
          <Act id={newest.id} label="Compare them" look="main" action={askAgain} />
        </>
      )}
    </>
  )
}
