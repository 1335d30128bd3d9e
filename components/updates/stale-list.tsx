import { ButtonLink } from '#components/ui/button.tsx'
import { dateInWords } from '#lib/dates.ts'
import type { StaleCommitment } from '#lib/updates/stale.ts'

type Props = { commitments: StaleCommitment[]; count: number }

/** Commitments of which nothing was heard for longer than their review interval, of `count` in all. */
export function StaleToReview({ commitments, count }: Props) {
  return (
    <>
      {commitments.length < count ? (
        <p className="mb-3 max-w-measure text-soft">
          The {commitments.length} that have been silent longest, of {count.toLocaleString('en')}.
        </p>
      ) : null}
      <ul className="divide-y divide-rule border-y border-rule">
        {commitments.map((each) => (
          <li key={each.ref} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div>
              <a href={`/commitments/${each.ref}`}>
                {each.ref}: {each.title}
              </a>
              <p className="font-sans text-sm text-soft">
                Nothing since {dateInWords(each.lastOn)}, {each.days.toLocaleString('en')} days ago
              </p>
              <LastEvidence last={each.last} evidence={each.evidence} />
            </div>
            <Acts commitment={each} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was last published on a commitment, and the first thing it rests on. */
export function LastEvidence({ last, evidence }: Pick<StaleCommitment, 'last' | 'evidence'>) {
  if (!last) return null
  return (
    <p className="mt-1 max-w-measure">
      <span lang={last.language}>{last.text}</span>
      {evidence?.exact ? (
        <>
          : <q lang={evidence.language}>{shortened(evidence.exact)}</q>
        </>
      ) : null}
      {evidence ? (
        <span className="font-sans text-sm text-soft">
          {' '}
          (<bdi>{evidence.source}</bdi>)
        </span>
      ) : null}
    </p>
  )
}

const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 198).toWellFormed()}…` : text)

function Acts({ commitment: { ref, waits } }: { commitment: StaleCommitment }) {
  if (waits) return <p className="font-sans text-sm">An update on it waits for review.</p>
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink href={`/desk/updates/new?commitment=${ref}`} aria-label={`Record an update on ${ref}`}>
        Record an update
      </ButtonLink>
      <ButtonLink href={`/desk/commitments/${ref}/no-change`} aria-label={`No change seen on ${ref}`}>
        No change seen
      </ButtonLink>
    </div>
  )
}
