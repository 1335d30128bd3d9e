import type { ReactNode } from 'react'
import { Changes } from '#components/articles/changes.tsx'
import { Facts } from '#components/drafts/facts.tsx'
import { changesBetween } from '#engines/text/word-diff.ts'
import type { DraftInFull } from '#lib/review/read.ts'

type Props = { draft: DraftInFull; acts: ReactNode }

/** A draft as its reviewer reads it, beside what may be done with it; an amendment first as what it changes. */
export function DraftBody({ draft: { change, facts, faults }, acts }: Props) {
  return (
    <div className="mt-8 grid gap-10 lg:grid-cols-[1fr_18rem]">
      <div>
        {faults.length ? <Missing faults={faults} /> : null}
        {change ? (
          <>
            <h2 className="mt-0">What would change</h2>
            <Changes changes={changesBetween(change.before, change.after, 'en')} language="en" />
            <details className="mt-8">
              <summary className="font-sans text-sm">All of it as it would be</summary>
              <div className="mt-4">
                <Facts facts={facts} />
              </div>
            </details>
          </>
        ) : (
          <Facts facts={facts} />
        )}
      </div>
      <aside aria-label="What you may do" className="space-y-6">
        {acts}
      </aside>
    </div>
  )
}

function Missing({ faults }: Pick<DraftInFull, 'faults'>) {
  return (
    <>
      <p className="max-w-measure">
        It is not ready to be published. This is missing or has to be put right:
      </p>
      <ul className="mt-2 mb-6 list-disc pl-5">
        {faults.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{message}</li>
        ))}
      </ul>
    </>
  )
}
