import { ButtonLink } from '#components/ui/button.tsx'
import { dateInWords } from '#lib/dates.ts'
import type { SilentCommitment } from '#lib/updates/choices.ts'

type Props = { commitments: SilentCommitment[]; count: number }

/** Commitments of which nothing was heard for longer than their review interval, of `count` in all. */
export function SilentList({ commitments, count }: Props) {
  return (
    <>
      {commitments.length < count ? (
        <p className="mb-3 max-w-measure text-soft">
          The {commitments.length} that have been silent longest, of {count.toLocaleString('en')}.
        </p>
      ) : null}
      <ul className="divide-y divide-rule border-y border-rule">
        {commitments.map(({ ref, title, lastOn, days }) => (
          <li key={ref} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div>
              <a href={`/commitments/${ref}`}>
                {ref}: {title}
              </a>
              <p className="font-sans text-sm text-soft">
                Nothing since {dateInWords(lastOn)}, {days.toLocaleString('en')} days ago
              </p>
            </div>
            <ButtonLink
              href={`/desk/updates/new?commitment=${ref}`}
              aria-label={`Record an update on ${ref}`}
            >
              Record an update
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>
  )
}
