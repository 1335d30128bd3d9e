import {
  type ArticleAccess,
  type ArticleKind,
  type CaptureMethod,
  kinds,
  methods,
  sourceLanguages,
} from '#lib/articles/rules.ts'
import { dateInWords, instantInWords } from '#lib/dates.ts'
import { type Localised, say } from '#lib/languages.ts'

type Snapshot = {
  takenAt: Date
  method: CaptureMethod
  finalAddress: string | null
  hops: unknown
  headers: unknown
  extractorVersion: string
  bytesSha256: string
}

type Props = {
  article: {
    publisher: string | null
    author: string | null
    address: string | null
    publishedOn: string | null
    publishedPrecision: 'DAY' | 'MONTH' | 'YEAR'
    language: string
    kind: ArticleKind
    access: ArticleAccess
    voice: Localised | null
    snapshots: Snapshot[]
  }
}

/** Where an article comes from, and what says so; what is unknown is said to be unknown. */
export function ArticleFacts({ article }: Props) {
  const newest = article.snapshots[0]
  const facts: [string, React.ReactNode][] = [
    ['Publisher', article.publisher ?? 'unknown'],
    ['Author', article.author ?? 'unknown'],
    [
      'Published',
      article.publishedOn ? dateInWords(article.publishedOn, article.publishedPrecision) : 'unknown',
    ],
    ['Kind', kinds[article.kind]],
    ['Whose voice', article.voice ? say(article.voice, 'en').text : 'independent'],
    ['Language', sourceLanguages[article.language] ?? article.language],
    ['Address', article.address ? <Outside key="address" address={article.address} /> : 'unknown'],
    ['Archived', newest ? instantInWords(newest.takenAt) : 'no: cited only'],
  ]
  if (newest)
    facts.push(
      ['How', <HowTaken key="how" snapshot={newest} />],
      [
        'SHA-256',
        <code key="hash" className="break-all text-xs">
          {newest.bytesSha256}
        </code>,
      ],
    )
  return (
    <dl className="grid gap-x-6 gap-y-1 font-sans text-sm sm:grid-cols-[8rem_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="mb-1 min-w-0 sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Outside({ address }: { address: string }) {
  return (
    <a href={address} rel="nofollow noopener noreferrer" className="break-all">
      {address}
    </a>
  )
}

function HowTaken({ snapshot }: { snapshot: Snapshot }) {
  const { method, finalAddress, extractorVersion } = snapshot
  const headers = Object.entries((snapshot.headers ?? {}) as Record<string, string>)
  const hops = (snapshot.hops ?? []) as { address: string; status: number }[]
  return (
    <>
      {methods[method]}
      {hops.length && finalAddress ? (
        <>
          , led on from {hops.map((hop) => `${hop.address} (${hop.status})`).join(', ')} to{' '}
          <Outside address={finalAddress} />
        </>
      ) : null}
      ; read by {extractorVersion}
      {headers.length ? (
        <details>
          <summary className="text-soft">What the site answered with it</summary>
          <ul className="text-xs [overflow-wrap:anywhere]">
            {headers.map(([name, value]) => (
              <li key={name}>
                <code>
                  {name}: {value}
                </code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
