import { Changes } from '#components/articles/changes.tsx'
import { Facts } from '#components/drafts/facts.tsx'
import type { Change } from '#engines/text/word-diff.ts'

type Row = {
  number: number
  ref: string
  title: { text: string; language: string }
  act: string
  facts: [name: string, text: string | undefined][]
  changes?: Change[] | null
  fault?: string | null
}

/** Rows of an import, each as the commitment that would come of it; an amendment as what it changes. */
export function ImportRows({ rows }: { rows: Row[] }) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {rows.map(({ number, ref, title, act, facts, changes, fault }) => (
        <li key={number} className="py-2">
          <details>
            <summary>
              <span className="font-sans text-sm text-soft">Row {number} · </span>
              {ref}: <bdi lang={title.language}>{title.text}</bdi>
              <span className="font-sans text-sm text-soft"> · {act}</span>
            </summary>
            <div className="mt-3 mb-4">
              {changes ? <Changes changes={changes} language="en" /> : <Facts facts={facts} />}
            </div>
          </details>
          {fault ? <p className="font-sans text-sm text-fault">Not recorded: {fault}</p> : null}
        </li>
      ))}
    </ol>
  )
}

/** What could not be recorded any more when its turn came. */
export function RowFaults({ faults }: { faults: { number: number; ref: string; fault: string | null }[] }) {
  if (faults.length === 0) return null
  return (
    <section className="mb-6 rounded border-2 border-fault px-5 py-4">
      <h2 className="mt-0 text-lg">Not recorded</h2>
      <ul className="mt-2 list-disc pl-5">
        {faults.map(({ number, ref, fault }) => (
          <li key={number}>
            Row {number}, {ref}: {fault}
          </li>
        ))}
      </ul>
    </section>
  )
}
