// The articles of the workload, what is quoted from them, and which update rests on which quote.

import { type Anchor, anchorAt } from '#engines/anchoring/anchor.ts'
import { pasteVersion } from '#engines/extraction/paste.ts'
import { dayOf } from '#lib/dates.ts'
import { sha256 } from '#lib/hash.ts'
import { addDays, instant } from './days.ts'
import type { Random } from './random.ts'
import type { Party } from './summits.ts'
import type { Update } from './updates.ts'
import { phrase, article as text } from './words.ts'

export type Snapshot = {
  id: string
  text: string
  bytes: Buffer
  bytesSha256: string
  textSha256: string
  extractorVersion: string
}
export type Excerpt = Anchor & { id: string; speaker: string | null; party: Party | null }
export type Article = {
  id: string
  title: string
  publisher: string
  address: string
  publishedOn: string
  kind: 'OFFICIAL_READOUT' | 'NEWS' | 'ANALYSIS'
  voice: Party | null
  access: 'OPEN' | 'RESTRICTED'
  createdAt: Date
  snapshot: Snapshot
  excerpts: Excerpt[]
}
export type Evidence = {
  id: string
  bearing: 'SUPPORTS' | 'CONTRADICTS' | 'CONTEXT'
  article: Article
  excerpt: Excerpt | null
  locator: string | null
}

/** An article of about 5 kB that came out shortly before `update`, with `quotes` excerpts spread over it. */
export function article(random: Random, at: number, update: Update, quotes: number): Article {
  const { text: words, sentences } = text(random, 4_900)
  const bytes = Buffer.from(words)
  const voice = random.chance(0.5) ? random.pick(update.commitment.bound) : null
  const publishedOn = addDays(dayOf(update.publishedAt), -1)
  const excerpts = Array.from({ length: quotes }, (_, each): Excerpt => {
    const place = sentences[Math.floor(((each + random.next()) * sentences.length) / quotes)]
    const party = random.chance(0.7) ? random.pick(update.commitment.bound) : null
    const speaker = party ? `Spokesperson of ${party.name.en}` : null
    return { id: random.id(), ...anchorAt(words, place?.start ?? 0, place?.end ?? 1), speaker, party }
  })
  return {
    id: random.id(),
    title: phrase(random, random.int(6, 12)),
    publisher: `The ${phrase(random, 1)} Post`,
    address: `https://news.example/${at + 1}`,
    publishedOn,
    kind: voice ? 'OFFICIAL_READOUT' : random.pick(['NEWS', 'NEWS', 'ANALYSIS']),
    voice,
    access: random.chance(0.3) ? 'OPEN' : 'RESTRICTED',
    createdAt: instant(publishedOn, random),
    snapshot: {
      id: random.id(),
      text: words,
      bytes,
      bytesSha256: sha256(bytes),
      textSha256: sha256(words),
      extractorVersion: pasteVersion,
    },
    excerpts,
  }
}

/** What the nth update of an article rests on: a quote of its own, sometimes one more, or only a citation. */
export function evidence(random: Random, source: Article, nth: number): Evidence[] {
  const bearing = random.pick(['SUPPORTS', 'SUPPORTS', 'SUPPORTS', 'CONTEXT', 'CONTRADICTS'] as const)
  const own = source.excerpts[nth]
  const isQuoted = own !== undefined && !random.chance(0.12)
  const first: Evidence = {
    id: random.id(),
    bearing,
    article: source,
    excerpt: isQuoted ? own : null,
    locator: isQuoted ? null : `paragraph ${random.int(1, 12)}`,
  }
  const spare = source.excerpts.at(-1)
  if (!spare || spare === own || !random.chance(0.2)) return [first]
  return [first, { id: random.id(), bearing: 'CONTEXT', article: source, excerpt: spare, locator: null }]
}
