import { RestingOn } from '#components/articles/resting.tsx'
import type { DraftView, ExcerptView } from '#lib/excerpts/read.ts'
import { type Localised, say } from '#lib/languages.ts'

type Props = {
  excerpt: ExcerptView
  number: number
  /** On the desk: the drafts that rest on it, and the way to a further one. */
  desk?: { drafts: DraftView[] }
}

/** What the margin says of one excerpt: who speaks, what rests on it, and where else it stands. */
export function MarginNote({ excerpt, number, desk }: Props) {
  const party = excerpt.party ? say(excerpt.party.name, 'en').text : null
  const said = [excerpt.speaker, party, excerpt.page ? `page ${excerpt.page}` : null].filter(Boolean)
  const translated = excerpt.translation ? say(excerpt.translation, 'en') : { text: '', language: 'en' }
  return (
    <div
      role="note"
      aria-label={`Excerpt ${number}`}
      id={`about-${excerpt.id}`}
      className="mb-4 scroll-mt-8 border-l-2 border-rule pl-3 font-sans text-sm target:border-accent"
    >
      <p>
        <a
          href={`#excerpt-${excerpt.id}`}
          aria-label={`Excerpt ${number} in the text`}
          className="inline-block min-w-6 font-semibold"
        >
          {number}
        </a>{' '}
        {said.length ? said.join(', ') : <span className="text-soft">Speaker not named</span>}
      </p>
      {translated.text ? (
        <p lang={translated.language} className="mt-1 font-serif">
          {translated.text}
        </p>
      ) : null}
      <Serves excerpt={excerpt} drafts={desk?.drafts ?? []} />
      <Ways excerpt={excerpt} isDesk={desk !== undefined} />
    </div>
  )
}

function Serves({ excerpt, drafts }: { excerpt: ExcerptView; drafts: DraftView[] }) {
  const { promises, restingOn } = excerpt
  if (promises.length + restingOn.length + drafts.length === 0)
    return <p className="mt-1 text-soft">No commitment rests on it yet.</p>
  return (
    <>
      {promises.length ? (
        <ul className="mt-1 space-y-1">
          {promises.map(({ ref, title }) => (
            <li key={ref}>
              <span className="text-soft">promises </span>
              <a href={`/commitments/${ref}`}>
                {ref}: <Said text={title} />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {restingOn.length ? <RestingOn updates={restingOn} /> : null}
      {drafts.length ? (
        <ul className="mt-1 space-y-1">
          {drafts.map(({ id, ref, headline, state }) => (
            <li key={id}>
              <span className="text-soft">{states[state]} </span>
              <a href={`/desk/updates/${id}`}>
                {ref}: <Said text={headline} />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const states = { DRAFT: 'draft', SUBMITTED: 'waits for review', RETURNED: 'returned', PUBLISHED: 'published' }

function Said({ text }: { text: Localised }) {
  const said = say(text, 'en')
  return <span lang={said.language}>{said.text}</span>
}

function Ways({ excerpt, isDesk }: { excerpt: ExcerptView; isDesk: boolean }) {
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
            Live page
          </a>
        </li>
      ) : null}
      <li>
        <a href={`/excerpts/${excerpt.id}/annotation.json`}>Annotation</a>
      </li>
    </ul>
  )
}
