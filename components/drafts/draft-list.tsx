import { StatusMark } from '#components/ui/status-mark.tsx'
import { instantInWords } from '#lib/dates.ts'
import type { DraftLine } from '#lib/review/read.ts'

/** Drafts of any kind, one to a line. */
export function DraftList({ drafts }: { drafts: DraftLine[] }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {drafts.map((draft) => (
        <li key={draft.id} className="py-3">
          <Line draft={draft} />
        </li>
      ))}
    </ul>
  )
}

function Line({ draft }: { draft: DraftLine }) {
  const { href, title, act, author, state, savedAt, returnReason, line } = draft
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a href={href} lang={title.language}>
          <bdi>{title.text}</bdi>
        </a>
        {line ? <StatusMark status={line.status} /> : null}
      </p>
      <p className="font-sans text-sm text-soft first-letter:uppercase">
        {line ? line.about : `${act} · ${author} · saved ${instantInWords(savedAt)}`}
      </p>
      {state === 'RETURNED' ? (
        <p className="mt-1 max-w-measure border-l-2 border-edge pl-3 whitespace-pre-line">{returnReason}</p>
      ) : null}
    </>
  )
}
