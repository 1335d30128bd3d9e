import { Again } from '#app/desk/captures/again.tsx'
import { checkNow, keepSeen, reread } from '#app/desk/live-checks/actions.ts'
import { Changes } from '#components/articles/changes.tsx'
import { Live } from '#components/captures/live.tsx'
import { LastCheck } from '#components/live-checks/last-check.tsx'
import { ExcerptOutcomes } from '#components/live-checks/outcomes.tsx'
import { Act } from '#components/ui/act.tsx'
import { extractorVersion } from '#engines/extraction/version.ts'
import { changesBetween } from '#engines/text/word-diff.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { dateInWords, dayOf } from '#lib/dates.ts'
import { getLiveCheck } from '#lib/live-checks/read.ts'

type Props = {
  /** Whether a new snapshot is offered above already. */
  isAsked: boolean
  viewer: Member
  article: {
    id: string
    address: string | null
    snapshots: { id: string; method: string; extractorVersion: string; takenAt: Date }[]
  }
}

/** The live page beside the archive: the last check, what it found, and what can be done about it. */
export async function LiveCheckPanel({ viewer, article, isAsked }: Props) {
  const { id, address, snapshots } = article
  const [newest] = snapshots
  if (!address || !newest) return null
  const { check, isRunning } = await getLiveCheck(viewer, id)
  const isOlder = newest.method !== 'PASTED' && newest.extractorVersion !== extractorVersion
  return (
    <section id="live" aria-label="The live page" className="mt-12 border-t border-rule pt-2">
      <h2>The live page</h2>
      {check ? (
        <LastCheck finding={check.finding} />
      ) : (
        <p className="mt-2 text-soft">Nobody has looked at it since this was archived.</p>
      )}
      {check?.sentence ? (
        <p className="font-sans text-sm text-soft">
          {check.sentence} {check.detail}
        </p>
      ) : null}
      {check?.leadsTo ? (
        <p className="font-sans text-sm text-soft">The address leads to {check.leadsTo} now.</p>
      ) : null}
      {isRunning ? (
        <p role="status" className="mt-2 font-sans text-sm">
          <Live path={`/desk/articles/${id}`} />
          It is being looked at.
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        {isRunning ? null : <Act id={id} label="Look now" action={checkNow} />}
        {check?.seen ? (
          <Act
            id={check.seen.id}
            label={`Archive what it said on ${dateInWords(dayOf(check.seen.at))}`}
            action={keepSeen}
          />
        ) : null}
        {isOlder ? <Act id={newest.id} label="Read its bytes again" action={reread} /> : null}
        {isAsked ? null : <Again article={article} isAsked={false} />}
      </div>
      {check?.seen ? (
        <>
          {check.outcomes.length ? <h3 className="mt-6">What becomes of its excerpts there</h3> : null}
          <ExcerptOutcomes outcomes={check.outcomes} text={check.seen.text} language={check.language} />
          <h3 className="mt-6">What had changed by {dateInWords(dayOf(check.seen.at))}</h3>
          <div className="mt-3">
            <Changes
              changes={changesBetween(check.archived, check.seen.text, check.language)}
              language={check.language}
            />
          </div>
        </>
      ) : null}
    </section>
  )
}
