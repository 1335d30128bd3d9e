// Says of a page who published what, when, under which title, and where in the page each of these was found.

import { dateIn, dateInAddress } from '#lib/articles/found-date.ts'
import { toldByLinkedData } from '#lib/articles/linked-data.ts'
import { type Part, within } from '#lib/articles/page.ts'
import { cleanName, seenAuthors, seenDates } from '#lib/articles/seen.ts'
import { titleOf } from '#lib/articles/title.ts'
import type { ArticleKind } from '#lib/generated/prisma/enums.ts'

export type Origin = 'JSON-LD' | 'Open Graph' | 'meta' | 'visible text' | 'address' | 'document' | 'guess'
export type Field = 'title' | 'byline' | 'publisher' | 'publishedOn' | 'language' | 'kind'
export type Found = { value: string; origin: Origin }
export type Metadata = {
  title: string | null
  byline: string | null
  publisher: string | null
  publishedOn: string | null
  language: string | null
  kind: ArticleKind | null
  canonicalAddress: string | null
  origins: Partial<Record<Field, Origin>>
}

/** What the page says of itself: JSON-LD before Open Graph before other meta before what is seen. */
export function metadataOf(page: Part, address: string | null): Metadata {
  const parts = [...within(page)]
  const told = toldByLinkedData(page)
  const metas = metasOf(parts)
  const meta = (origin: Origin, ...names: string[]): Found[] =>
    names.flatMap((name) => (metas.get(name) ? [{ value: metas.get(name) ?? '', origin }] : []))
  const linked = (value: string | null | undefined): Found[] => (value ? [{ value, origin: 'JSON-LD' }] : [])
  const publisher = [
    ...meta('Open Graph', 'og:site_name'),
    ...linked(told?.publisher),
    ...meta('meta', 'application-name', 'dc.publisher', 'citation_publisher', 'copyright'),
  ][0]
  const title = titleOf(
    parts,
    linked(told?.headline)[0],
    meta('Open Graph', 'og:title', 'twitter:title')[0],
    publisher?.value ?? '',
    address,
  )
  const byline = [
    ...linked(names(told?.authors ?? [])),
    ...meta(
      'meta',
      'author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'citation_author',
      'article:author',
      'byl',
    ),
    ...seenAuthors(parts),
  ].flatMap(({ value, origin }) => {
    const cleaned = cleanName(value)
    return cleaned ? [{ value: cleaned, origin }] : []
  })[0]
  const dates = [
    ...linked(told?.published),
    ...meta('Open Graph', 'article:published_time', 'og:published_time', 'og:article:published_time'),
    ...meta('meta', ...dateNames),
    ...seenDates(parts),
  ].flatMap(({ value, origin }) => {
    const day = dateIn(value)
    return day ? [{ value: day, origin }] : []
  })
  const inAddress = dateInAddress(address)
  const publishedOn = dates[0] ?? (inAddress ? { value: inAddress, origin: 'address' as const } : undefined)
  const language = languageOf(parts, metas)
  const kind = kindOf(told?.types ?? [])
  const found = { title, byline, publisher, publishedOn, language, kind }
  const values = Object.fromEntries(Object.entries(found).map(([name, each]) => [name, each?.value ?? null]))
  const origins = Object.fromEntries(
    Object.entries(found).flatMap(([name, each]) => (each ? [[name, each.origin]] : [])),
  )
  return {
    ...(values as Omit<Metadata, 'canonicalAddress' | 'origins'>),
    canonicalAddress: canonicalOf(parts, metas, address),
    origins,
  }
}

const dateNames = `datepublished date pubdate publishdate publish-date publish_date published published_date
parsely-pub-date sailthru.date dc.date.issued dc.date dcterms.created dcterms.issued dcterms.date article.published
originalpublicationdate citation_publication_date citation_date date.created cxenseparse:recs:publishtime weibo:article:create_at`.split(
  /\s+/,
)

function metasOf(parts: Part[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { tag, properties } of parts) {
    if (tag !== 'meta') continue
    const value = String(properties.content ?? '').trim()
    for (const name of [properties.property, properties.name, properties.itemProp].flat()) {
      const key = String(name ?? '').toLowerCase()
      if (key && value && !found.has(key)) found.set(key, value)
    }
  }
  return found
}

function names(authors: string[]): string | null {
  return [...new Set(authors)].join(', ') || null
}

function languageOf(parts: Part[], metas: Map<string, string>): Found | undefined {
  const html = parts.find((part) => part.tag === 'html')
  const said = [
    html?.properties.lang,
    html?.properties.xmlLang,
    metas.get('og:locale'),
    metas.get('content-language'),
    metas.get('language'),
  ]
  const tag = said
    .map((each) => /^[a-z]{2,3}(?=[-_]|$)/i.exec(String(each ?? ''))?.[0]?.toLowerCase())
    .find((each) => each)
  return tag ? { value: tag, origin: 'meta' } : undefined
}

function kindOf(types: string[]): Found | undefined {
  if (types.some((type) => /^(OpinionNewsArticle|AnalysisNewsArticle|ScholarlyArticle)$/.test(type)))
    return { value: 'ANALYSIS', origin: 'JSON-LD' }
  return types.some((type) => /NewsArticle$/.test(type)) ? { value: 'NEWS', origin: 'JSON-LD' } : undefined
}

function canonicalOf(parts: Part[], metas: Map<string, string>, address: string | null): string | null {
  const link = parts.find(
    (part) => part.tag === 'link' && /\bcanonical\b/.test(String(part.properties.rel ?? '')),
  )
  const said = URL.parse(String(link?.properties.href ?? metas.get('og:url') ?? ''), address ?? undefined)
  // Only a page of the same site is believed: another one would record the article under a stranger's address.
  const isOwn =
    said &&
    /^https?:$/.test(said.protocol) &&
    (!address || said.hostname.replace(/^www\./, '') === URL.parse(address)?.hostname.replace(/^www\./, ''))
  return isOwn && said.pathname !== '/' ? said.href : null
}
