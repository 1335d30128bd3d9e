import { Live } from '#components/captures/live.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import { listProposals } from '#lib/proposals/read.ts'
import { Proposals } from '../../proposals/proposals.tsx'

type Props = {
  path: string
  viewer: Member
  snapshot: { id: string; articleId: string }
  hint: { selection: string | null }
}

/** A capture that is in the archive: what its passages speak to, and the way to the reader. */
export async function Kept({ path, viewer, snapshot, hint }: Props) {
  const ranked = await listProposals(viewer, snapshot.id)
  if (!ranked) return null
  const reader = `/desk/articles/${snapshot.articleId}`
  return (
    <>
      <p className="mt-4 max-w-measure">
        Archived as{' '}
        <a href={reader} lang={ranked.article.language}>
          <bdi>{ranked.article.title}</bdi>
        </a>
        . {ranked.isRunning ? 'Its passages are being compared with the commitments.' : ''}
      </p>
      {ranked.isRunning ? <Live path={path} /> : null}
      {hint.selection ? (
        <div className="mt-6 max-w-measure border-l-2 border-rule pl-5">
          <p className="font-sans text-sm text-soft">You had selected on the page:</p>
          <blockquote>{hint.selection}</blockquote>
          <p className="mt-2">
            <ButtonLink href={`${reader}?${new URLSearchParams({ quote: hint.selection })}`}>
              Quote it in the reader
            </ButtonLink>
          </p>
        </div>
      ) : null}
      {!ranked.isRunning ? <Proposals ranked={ranked} back={reader} /> : null}
    </>
  )
}
