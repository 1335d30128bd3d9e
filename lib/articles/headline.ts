// The headline of an article, without the name of the site around it.

import type { Linked } from '#lib/articles/json-ld.ts'
import { textIn } from '#lib/articles/json-ld.ts'
import type { Metas } from '#lib/articles/metas.ts'
import type { Found } from '#lib/articles/reading.ts'
import { type Element, elementsOf, textOf } from '#lib/articles/tree.ts'

const separator = /\s+[|–—·•»:-]+\s+|\s*[|»]\s*/

export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Decides between what the page calls itself and what it shows, by what agrees. */
export function headlineOf(
  root: Element,
  linked: Linked,
  metas: Metas,
  site: string | null,
): Found<string> | null {
  const shown: string[] = []
  let document: string | null = null
  for (const element of elementsOf(root)) {
    if (element.tag === 'h1') shown.push(textOf(element))
    if (element.tag === 'title') document ??= textOf(element)
  }
  const said: Found<string>[] = []
  const add = (value: string | null | undefined, origin: Found<string>['origin']) => {
    const clean = plain(value)
    if (clean) said.push({ value: clean, origin })
  }
  add(textIn(linked.article?.headline ?? linked.article?.name), 'JSON-LD')
  add(metas.get('og:title'), 'Open Graph')
  add(
    metas.get(
      'twitter:title',
      'dc.title',
      'dcterms.title',
      'citation_title',
      'parsely-title',
      'sailthru.title',
    ),
    'meta',
  )
  add(document, 'document')
  const heads = shown.map((each) => plain(each)).filter((each) => each !== null)
  for (const head of heads) {
    const own = folded(head)
    if (own && said.some((each) => agrees(own, folded(each.value), site)))
      return { value: head, origin: 'visible text' }
  }
  const best = said[0]
  if (!best) return heads[0] ? { value: heads[0], origin: 'visible text' } : null
  return { value: withoutSite(best.value, site), origin: best.origin }
}

function agrees(own: string, other: string, site: string | null): boolean {
  if (own === folded(site ?? '')) return false
  if (own === other) return true
  return (
    own.length >= 10 && (other.startsWith(own) || (other.includes(own) && own.length > other.length * 0.5))
  )
}

export function plain(value: string | null | undefined): string | null {
  const clean = (value ?? '')
    .replace(/<[^>]{1,200}>/g, '')
    .replace(/&(?:#0?39|#x27|apos|rsquo);/gi, "'")
    .replace(/&(?:quot|#34);/gi, '"')
    .replace(/&(?:amp|#38);/gi, '&')
    .replace(/&nbsp;|\s+/gi, ' ')
    .trim()
  return clean || null
}

function withoutSite(title: string, site: string | null): string {
  const parts = title.split(separator)
  if (parts.length < 2) return title
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  const isSite = (part: string) =>
    site !== null &&
    (folded(part) === folded(site) ||
      folded(site).includes(folded(part)) ||
      folded(part).includes(folded(site)))
  if (isSite(last) || (last.length < 30 && last.split(/\s+/).length <= 4 && title.length - last.length > 20))
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»:-]+$/, '')
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|–—·•»:-]+/, '')
  return title
}
