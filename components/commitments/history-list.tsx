import type { ReactNode } from 'react'
import { EvidenceList } from '#components/commitments/update-evidence.tsx'
import { AutoLang } from '#components/ui/auto-lang.tsx'
import { InLanguage } from '#components/ui/in-language.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { dateInWords, instantInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { PublishedUpdate } from '#lib/updates/public.ts'
import { independentPublishers } from '#lib/updates/rules.ts'

export const isGone = (update: PublishedUpdate) => Boolean(update.supersededById || update.withdrawnAt)

type Place = { language: Language; href: (path: string) => string }
type Props = Place & { updates: PublishedUpdate[] }

/** Updates, newest first, each with all it rests on; those that no longer count say why, and what replaced them. */
export function UpdateList({ updates, ...place }: Props) {
  return (
    <ol className="divide-y divide-rule">
      {updates.map((update) => (
        <li key={update.id} id={`update-${update.id}`} className="grid gap-x-6 py-5 sm:grid-cols-[9rem_1fr]">
          <time dateTime={update.occurredOn} className="font-sans text-sm text-soft sm:pt-1">
            {dateInWords(update.occurredOn, update.precision, place.language)}
          </time>
          <div className="max-w-measure">
            {isGone(update) ? <WhyGone update={update} {...place} /> : null}
            <UpdateBody update={update} {...place} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** To another update: on this page, or on that of the commitment it belongs to. */
const toUpdate =
  (id: string, ref: string | null, from: PublishedUpdate, href: Place['href']) => (text: ReactNode) => {
    const page = ref && ref !== from.commitment.ref ? href(`/commitments/${ref}`) : ''
    return <a href={`${page}#update-${id}`}>{text}</a>
  }

function WhyGone({ update, language, href }: Place & { update: PublishedUpdate }) {
  const t = wordsOf(language, 'commitment')
  const { supersededById, supersededByRef, withdrawnAt, withdrawnBecause } = update
  return (
    <div className="font-sans text-sm font-semibold">
      {supersededById ? (
        <p>{t.rich('correctedBy', { link: toUpdate(supersededById, supersededByRef, update, href) })}</p>
      ) : null}
      {withdrawnAt ? (
        <p>
          {t.rich('withdrawn', {
            at: instantInWords(withdrawnAt, language),
            reason: () => <AutoLang text={withdrawnBecause} />,
          })}
        </p>
      ) : null}
    </div>
  )
}

function UpdateBody({ update, language, href }: Place & { update: PublishedUpdate }) {
  const t = wordsOf(language, 'commitment')
  const note = say(update.note, language)
  return (
    <>
      <h3 className="mt-0 mb-1">
        <InLanguage text={update.headline} language={language} />
      </h3>
      <p className="flex flex-wrap items-center gap-x-3 font-sans text-sm text-soft">
        <StatusMark status={update.status} language={language} />
        <span>
          {update.party ? t('forParty', { party: say(update.party.name, language).text }) : t('overall')}
        </span>
        <span>{t('publishers', { count: independentPublishers(update.evidence).length })}</span>
        <span>{t('published', { at: instantInWords(update.publishedAt, language) })}</span>
      </p>
      {update.supersedesId ? (
        <p className="font-sans text-sm text-soft">
          {t.rich('corrects', {
            link: toUpdate(update.supersedesId, update.supersedesRef, update, href),
            reason: () => <AutoLang text={update.correctionReason} />,
          })}
        </p>
      ) : null}
      {note.text ? (
        <p lang={note.language} className="mt-2">
          {note.text}
        </p>
      ) : null}
      <EvidenceList evidence={update.evidence} {...{ language, href }} />
    </>
  )
}
