import type { ReactNode } from 'react'
import { instantInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import type { UpdateInFull } from '#lib/updates/read.ts'

function Notice({ children }: { children: ReactNode }) {
  return <div className="mt-4 max-w-measure rounded border border-edge bg-leaf px-4 py-3">{children}</div>
}

/** What has happened to a published update since, as far as whoever looks at it needs to know. */
export function Notices({ update }: { update: UpdateInFull }) {
  const { supersedes, correctionReason, withdrawal, publishedAt } = update
  const later = update.supersededBy[0]
  return (
    <>
      {supersedes ? (
        <Notice>
          Corrects <a href={`/desk/updates/${supersedes.id}`}>“{say(supersedes.headline, 'en').text}”</a>:{' '}
          {correctionReason}
        </Notice>
      ) : null}
      {later ? (
        <Notice>
          <a href={`/desk/updates/${later.id}`}>Corrected</a> since: {later.correctionReason}
        </Notice>
      ) : null}
      {withdrawal ? (
        <Notice>
          Withdrawn by {withdrawal.withdrawnBy.name} on {instantInWords(withdrawal.withdrawnAt)}:{' '}
          {withdrawal.reason}
        </Notice>
      ) : null}
      <p className="mt-3 font-sans text-sm text-soft">
        Published by {update.publishedBy.name} on {instantInWords(publishedAt)}.
        {withdrawal || later ? null : ' It cannot be changed, only corrected or withdrawn.'}
      </p>
    </>
  )
}
