import { keepSnapshot } from '#app/desk/captures/actions.ts'
import { Changes } from '#components/articles/changes.tsx'
import { ExcerptOutcomes } from '#components/live-checks/outcomes.tsx'
import { Act } from '#components/ui/act.tsx'
import { reanchor } from '#engines/anchoring/re-anchor.ts'
import { changesBetween } from '#engines/text/word-diff.ts'
import type { CaptureView } from '#lib/captures/read.ts'
import { instantInWords } from '#lib/dates.ts'

type Props = { id: string; text: string; known: NonNullable<CaptureView['known']> }

/** What was read now beside the newest snapshot of the same article: what changed, and what it does to its excerpts. */
export function Known({ id, text, known }: Props) {
  const { newest, language } = known
  const excerpts = newest ? reanchor(newest.excerpts, text, newest.text) : []
  return (
    <section aria-label="Compared with the archive" className="mt-6">
      <p className="max-w-measure">
        It is recorded already, as{' '}
        <a href={`/desk/articles/${known.id}`} lang={language}>
          <bdi>{known.title}</bdi>
        </a>
        {newest ? `, last archived on ${instantInWords(newest.takenAt)}` : ''}. What was read now can be
        archived as a newer snapshot; the earlier one and its excerpts stay.
      </p>
      <div className="mt-4">
        <Act id={id} label="Archive it as a new snapshot" look="main" action={keepSnapshot} />
      </div>
      {excerpts.length ? (
        <>
          <h2 className="text-lg">What becomes of its excerpts</h2>
          <ExcerptOutcomes outcomes={excerpts} text={text} language={language} />
        </>
      ) : null}
      {newest ? (
        <>
          <h2 className="text-lg">What changed</h2>
          <div className="mt-3">
            <Changes changes={changesBetween(newest.text, text, language)} language={language} />
          </div>
        </>
      ) : null}
    </section>
  )
}
