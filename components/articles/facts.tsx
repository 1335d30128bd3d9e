import type { ReactNode } from 'react'
import {
  type ArticleAccess,
  type ArticleKind,
  articleKinds,
  type CaptureMethod,
  captureMethods,
} from '#lib/articles/rules.ts'
import { dateInWords, instantInWords } from '#lib/dates.ts'
import { type Language, type Localised, languageInWords, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

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
  language?: Language
}

/** Where an article comes from, and what says so; what is unknown is said to be unknown. */
export function ArticleFacts({ article, language = 'en' }: Props) {
  const t = wordsOf(language, 'sources')
  const newest = article.snapshots[0]
  const { publishedOn, publishedPrecision, address, voice } = article
  const named = (name: string | null) => (name ? <bdi>{name}</bdi> : t('unknown'))
  const facts: [string, ReactNode][] = [
    [t('publisher'), named(article.publisher)],
    [t('author'), named(article.author)],
    [t('published'), publishedOn ? dateInWords(publishedOn, publishedPrecision, language) : t('unknown')],
    [t('kind'), articleKinds[article.kind][language]],
    [t('voice'), voice ? say(voice, language).text : t('independent')],
    [t('language'), languageInWords(article.language, language)],
    [t('address'), address ? <Outside key="address" address={address} /> : t('unknown')],
    [t('archived'), newest ? instantInWords(newest.takenAt, language) : t('notArchived')],
  ]
  if (newest)
    facts.push(
      [t('how'), <HowTaken key="how" snapshot={newest} language={language} />],
      [
        t('hash'),
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

function Outside({ address, children = address }: { address: string; children?: ReactNode }) {
  return (
    <a href={address} rel="nofollow noopener noreferrer" className="break-all">
      {children}
    </a>
  )
}

function HowTaken({ snapshot, language }: { snapshot: Snapshot; language: Language }) {
  const t = wordsOf(language, 'sources')
  const { method, finalAddress, extractorVersion } = snapshot
  const headers = Object.entries((snapshot.headers ?? {}) as Record<string, string>)
  const hops = (snapshot.hops ?? []) as { address: string; status: number }[]
  return (
    <>
      {captureMethods[method][language]}
      {hops.length && finalAddress
        ? t.rich('ledOn', {
            hops: hops.map((hop) => `${hop.address} (${hop.status})`).join(', '),
            to: finalAddress,
            address: (to) => <Outside address={finalAddress}>{to}</Outside>,
          })
        : null}
      {t('readBy', { version: extractorVersion })}
      {headers.length ? (
        <details>
          <summary className="text-soft">{t('answered')}</summary>
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
