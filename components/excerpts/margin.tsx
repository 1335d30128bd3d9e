import { CitedBy } from '#components/articles/cited-by.tsx'
import { InLanguage } from '#components/ui/in-language.tsx'
import type { DraftView, ExcerptView } from '#lib/excerpts/read.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Place = { language?: Language; href?: (path: string) => string }
type Props = Place & {
  excerpt: ExcerptView
  number: number
  /** On the desk: the drafts that rest on it, and the way to a further one. */
  desk?: { drafts: DraftView[] }
}

/** What the margin says of one excerpt: who speaks, what rests on it, and where else it stands. */
export function MarginNote({ excerpt, number, desk, language = 'en', href = (path) => path }: Props) {
  const t = wordsOf(language, 'sources')
  const party = excerpt.party ? say(excerpt.party.name, language).text : null
  const page = excerpt.page ? t('page', { page: excerpt.page }) : null
  const said = [excerpt.speaker, party, page].filter(Boolean)
  const translated = say(excerpt.translation, language)
  return (
    <div
      role="note"
      aria-label={t('excerpt', { number })}
      id={`about-${excerpt.id}`}
      className="mb-4 scroll-mt-8 border-l-2 border-rule pl-3 font-sans text-sm target:border-accent"
    >
      <p>
        <a
          href={`#excerpt-${excerpt.id}`}
          aria-label={t('excerptInText', { number })}
          className="inline-block min-w-6 font-semibold"
        >
          {number}
        </a>{' '}
        {said.length ? (
          said.join(language === 'zh' ? '，' : ', ')
        ) : (
          <span className="text-soft">{t('noSpeaker')}</span>
        )}
      </p>
      {translated.text ? (
        <p lang={translated.language} className="mt-1 font-serif">
          {translated.text}
        </p>
      ) : null}
      <Serves {...{ excerpt, language, href }} drafts={desk?.drafts ?? []} />
      <Ways {...{ excerpt, language }} isDesk={desk !== undefined} />
    </div>
  )
}

type ServesProps = Required<Place> & { excerpt: ExcerptView; drafts: DraftView[] }

function Serves({ excerpt, language, href, drafts }: ServesProps) {
  const t = wordsOf(language, 'sources')
  const { promises, restingOn } = excerpt
  if (promises.length + restingOn.length + drafts.length === 0)
    return <p className="mt-1 text-soft">{t('noCommitment')}</p>
  return (
    <>
      {promises.length ? (
        <ul className="mt-1 space-y-1">
          {promises.map(({ ref, title }) => (
            <li key={ref}>
              <span className="text-soft">{t('promises')} </span>
              <a href={href(`/commitments/${ref}`)}>
                {t.rich('about', { ref, title: () => <InLanguage text={title} language={language} /> })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {restingOn.length ? <CitedBy updates={restingOn} {...{ language, href }} /> : null}
      {drafts.length ? (
        <ul className="mt-1 space-y-1">
          {drafts.map(({ id, ref, headline, state }) => (
            <li key={id}>
              <span className="text-soft">{states[state]} </span>
              <a href={`/desk/updates/${id}`}>
                {t.rich('about', { ref, title: () => <InLanguage text={headline} language={language} /> })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const states = { DRAFT: 'draft', SUBMITTED: 'waits for review', RETURNED: 'returned', PUBLISHED: 'published' }

type WaysProps = { excerpt: ExcerptView; language: Language; isDesk: boolean }

function Ways({ excerpt, language, isDesk }: WaysProps) {
  const t = wordsOf(language, 'sources')
  const locator = excerpt.page ? `&locator=${encodeURIComponent(`page ${excerpt.page}`)}` : ''
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
      {isDesk ? (
        <li>
          <a href={`/desk/updates/new?excerpt=${excerpt.id}${locator}`}>Record an update with it</a>
        </li>
      ) : null}
      {excerpt.live ? (
        <li>
          <a href={excerpt.live} rel="nofollow noopener noreferrer">
            {t('livePage')}
          </a>
        </li>
      ) : null}
      <li>
        <a href={`/excerpts/${excerpt.id}/annotation.json`}>{t('annotation')}</a>
      </li>
    </ul>
  )
}
