import type { ReactNode } from 'react'
import { Line as UpdateLine } from '#components/updates/update-list.tsx'
import { instantInWords } from '#lib/dates.ts'
import type { DraftLine, QueueItem } from '#lib/drafts/read.ts'

/** Drafts of summits and commitments that wait, one to a line. */
export function DraftList({ drafts }: { drafts: DraftLine[] }) {
  return (
    <Lines>
      {drafts.map((draft) => (
        <li key={draft.id} className="py-3">
          <Line draft={draft} />
        </li>
      ))}
    </Lines>
  )
}

/** Everything that waits for review, in one order. */
export function QueueList({ items }: { items: QueueItem[] }) {
  return (
    <Lines>
      {items.map(({ href, update, draft }) => (
        <li key={href} className="py-3">
          {update ? <UpdateLine update={update} under="/desk/review" /> : null}
          {draft ? <Line draft={draft} /> : null}
        </li>
      ))}
    </Lines>
  )
}

function Lines({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-rule border-y border-rule">{children}</ul>
}

function Line({ draft }: { draft: DraftLine }) {
  const { href, title, act, author, state, savedAt, returnReason } = draft
  return (
    <>
      <p>
        <a href={href} lang={title.language}>
          <bdi>{title.text}</bdi>
        </a>
      </p>
      <p className="font-sans text-sm text-soft first-letter:uppercase">
        {act} · {author} · saved {instantInWords(savedAt)}
      </p>
      {state === 'RETURNED' ? (
        <p className="mt-1 max-w-measure border-l-2 border-edge pl-3 whitespace-pre-line">{returnReason}</p>
      ) : null}
    </>
  )
}
