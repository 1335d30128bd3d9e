// What a page tells of itself: headline, writers, publisher, day, language and kind, each with where it came from.

import { bylineOf } from '#engines/extraction/byline.ts'
import { headlineOf, plainText } from '#engines/extraction/headline.ts'
import { type LinkedArticle, linkedData, textIn, typeOf } from '#engines/extraction/json-ld.ts'
import { type Metas, metasOf } from '#engines/extraction/metas.ts'
import { shortTextsNearHeadline } from '#engines/extraction/near-headline.ts'
import { publishedOf } from '#engines/extraction/published.ts'
import { type Facts, type Found, factsOf, type Reading } from '#engines/extraction/reading.ts'
import { findElement, type Tree, textOf } from '#engines/extraction/tree.ts'

export type Known = Facts &
  Pick<Reading, 'origins' | 'canonicalAddress'> & {
    base: string | null
  }

const official =
  /(?:^|\.)(?:gov|mil|gov\.[a-z]{2}|gouv\.[a-z]{2}|go\.[a-z]{2}|gob\.[a-z]{2}|europa\.eu|un\.org|who\.int|admin\.ch|bund\.de)$/

export function metadataOf({ root, jsonLd }: Tree, address: string | null): Known {
  const metas = metasOf(root, address)
  const named = findElement(root, (each) => each.tag === 'title')
  const documentTitle = named ? textOf(named, 500) : null
  const linked = linkedData(jsonLd, { title: metas.get('og:title') ?? documentTitle, address })
  const publisher = publisherOf(linked, metas, address)
  const site = publisher?.value ?? null
  const language = languageOf(
    metas,
    linked,
    findElement(root, (each) => each.tag === 'html')?.attributes.lang ?? null,
  )
  const title = headlineOf(root, linked, metas, site)
  const shorts = shortTextsNearHeadline(root, title?.value ?? null)
  return {
    ...factsOf({
      title,
      byline: bylineOf(root, linked, metas, { site, shorts }),
      publisher,
      publishedOn: publishedOf(root, linked, metas, { address, language: language?.value ?? null, shorts }),
      language,
      kind: kindOf(linked, metas, address),
    }),
    canonicalAddress: canonicalOf(metas),
    base: metas.base,
  }
}

function publisherOf(linked: LinkedArticle, metas: Metas, address: string | null): Found<string> | null {
  const said = plainText(textIn(linked.article?.publisher ?? linked.page?.publisher))
  if (said && !/^https?:/.test(said)) return { value: said, origin: 'JSON-LD' }
  const graph = plainText(metas.get('og:site_name'))
  if (graph) return { value: graph, origin: 'Open Graph' }
  const meta = plainText(
    metas.get(
      'application-name',
      'dc.publisher',
      'dcterms.publisher',
      'citation_publisher',
      'publisher',
      'apple-mobile-web-app-title',
    ),
  )
  if (meta && !/^https?:/.test(meta)) return { value: meta, origin: 'meta' }
  const host = address ? URL.parse(address)?.hostname.replace(/^www\./, '') : null
  return host ? { value: host, origin: 'address' } : null
}

function languageOf(metas: Metas, linked: LinkedArticle, lang: string | null): Found<string> | null {
  const tag = (value: string | null): string | null =>
    /^([a-z]{2,3})(?:[-_]|$)/i.exec(value?.trim() ?? '')?.[1]?.toLowerCase() ?? null
  const own = tag(lang)
  if (own) return { value: own, origin: 'document' }
  const said = tag(textIn(linked.article?.inLanguage))
  if (said) return { value: said, origin: 'JSON-LD' }
  const graph = tag(metas.get('og:locale'))
  if (graph) return { value: graph, origin: 'Open Graph' }
  const meta = tag(metas.get('content-language', 'language', 'dc.language', 'dcterms.language'))
  return meta ? { value: meta, origin: 'meta' } : null
}

function kindOf(
  linked: LinkedArticle,
  metas: Metas,
  address: string | null,
): Facts['kind'] extends infer K ? Found<NonNullable<K>> | null : never {
  const host = address ? (URL.parse(address)?.hostname ?? '') : ''
  if (official.test(host)) return { value: 'OFFICIAL_READOUT', origin: 'address' }
  const type = linked.article ? typeOf(linked.article) : ''
  if (/Opinion|Analysis|Scholarly|Blog|Review/.test(type)) return { value: 'ANALYSIS', origin: 'JSON-LD' }
  if (/News|Report/.test(type)) return { value: 'NEWS', origin: 'JSON-LD' }
  if (/Legislation/.test(linked.page ? typeOf(linked.page) : ''))
    return { value: 'LEGAL_TEXT', origin: 'JSON-LD' }
  return metas.get('og:type') === 'article' ? { value: 'NEWS', origin: 'Open Graph' } : null
}

function canonicalOf(metas: Metas): string | null {
  const read = metas.canonical ? URL.parse(metas.canonical, metas.base ?? undefined) : null
  return read && /^https?:$/.test(read.protocol) && !read.username ? read.href : null
}
