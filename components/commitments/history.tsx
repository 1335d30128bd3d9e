import type { ComponentProps } from 'react'
import { HowCounted } from '#components/commitments/corroboration.tsx'
import { Entries } from '#components/commitments/entries.tsx'
import { UpdateList } from '#components/commitments/history-list.tsx'
import { WordingHistory } from '#components/commitments/wording-history.tsx'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { PublishedUpdate } from '#lib/updates/public.ts'

type Props = Pick<ComponentProps<typeof Entries>, 'entries'> &
  Pick<ComponentProps<typeof WordingHistory>, 'amendments'> & {
    live: PublishedUpdate[]
    gone: PublishedUpdate[]
    isNow: boolean
    isMerged: boolean
    language: Language
    href: (path: string) => string
  }

/** All that was published about a commitment: what counts, what no longer does, its wordings, and the ledger's record. */
export function CommitmentHistory(props: Props) {
  const { live, gone, amendments, entries, isNow, isMerged, language, href } = props
  const t = wordsOf(language, 'commitment')
  return (
    <>
      {isMerged ? null : (
        <section>
          <h2>{t('updates')}</h2>
          {live.length ? (
            <>
              <UpdateList updates={live} {...{ language, href }} />
              <HowCounted language={language} />
            </>
          ) : (
            <p className="text-soft">{t(isNow ? 'noneYet' : 'noneThen')}</p>
          )}
        </section>
      )}
      {gone.length ? (
        <section>
          <h2>{t('gone')}</h2>
          <p className="no-print font-sans text-sm">
            <a href={href('/corrections')}>{t('allCorrections')}</a>
          </p>
          <UpdateList updates={gone} {...{ language, href }} />
        </section>
      ) : null}
      <WordingHistory amendments={amendments} language={language} />
      <section>
        <h2>{t('ledger')}</h2>
        <Entries entries={entries} {...{ language, href }} />
      </section>
    </>
  )
}
