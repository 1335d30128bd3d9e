import { ButtonLink } from '#components/ui/button.tsx'
import { dateInWords } from '#lib/dates.ts'
import type { SilentCommitment } from '#lib/updates/choices.ts'

/** Commitments of which nothing was heard for longer than their review interval. */
export function SilentList({ commitments }: { commitments: SilentCommitment[] }) {
  return (
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
          <ButtonLink href={`/desk/updates/new?commitment=${ref}`} aria-label={`Record an update on ${ref}`}>
            Record an update
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
