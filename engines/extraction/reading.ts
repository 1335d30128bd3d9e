// What is learned from a captured page, and where each part of it came from.

import type { Layout } from '#engines/extraction/layout.ts'

export type Origin = 'JSON-LD' | 'Open Graph' | 'meta' | 'visible text' | 'address' | 'document' | 'guess'
export type Found<T> = { value: T; origin: Origin }
export type ContentHints = { contentType: string | null; address: string | null }
/** What kind of source a page says that it is. */
type SourceKind = 'OFFICIAL_READOUT' | 'NEWS' | 'ANALYSIS' | 'LEGAL_TEXT' | 'DATA'
export type Facts = {
  title: string | null
  byline: string | null
  publisher: string | null
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  publishedOn: string | null
  /** The primary subtag of BCP 47. */
  language: string | null
  kind: SourceKind | null
}
export type Reading = Facts & {
  canonicalAddress: string | null
  origins: Partial<Record<keyof Facts, Origin>>
  charset: string | null
  text: string
  layout: Layout
  /** Sentences for whoever reviews the capture. */
  notes: string[]
}

/** Parts each fact from where it was found. */
export function factsOf(
  found: { [Name in keyof Facts]: Found<NonNullable<Facts[Name]>> | null },
): Facts & Pick<Reading, 'origins'> {
  const origins: Reading['origins'] = {}
  for (const name of Object.keys(found) as (keyof Facts)[]) {
    const each = found[name]
    if (each) origins[name] = each.origin
  }
  return {
    title: found.title?.value ?? null,
    byline: found.byline?.value ?? null,
    publisher: found.publisher?.value ?? null,
    publishedOn: found.publishedOn?.value ?? null,
    language: found.language?.value ?? null,
    kind: found.kind?.value ?? null,
    origins,
  }
}
