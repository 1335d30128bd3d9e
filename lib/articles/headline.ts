// The headline of an article, without the name of the site around it.

import { folded, shared } from '#lib/articles/fold.ts'
import { namesOf } from '#lib/articles/hints.ts'
import { type Linked, textIn } from '#lib/articles/json-ld.ts'
import type { Metas } from '#lib/articles/metas.ts'
import type { Found } from '#lib/articles/reading.ts'
import { type Element, elementsOf, textOf } from '#lib/articles/tree.ts'

/** Decides between what the page calls itself and what it shows, by what agrees. */
export function headlineOf(
  root: Element,
  linked: Linked,
  metas: Metas,
  site: string | null,
): Found<string> | null {
  const heads: string[] = []
  let document: string | null = null
  for (const element of elementsOf(root)) {
    if (element.tag === 'title') document ??= textOf(element)
    if (
      element.tag !== 'h1' ||
      /\b(?:logo|site title|menu|widget|screen reader|sr only|visually hidden|modal)\b/.test(namesOf(element))
    )
      continue
    const head = plain(textOf(element))
    if (head && folded(head) !== folded(site ?? '')) heads.push(head)
  }
  const said: Found<string>[] = []
  const add = (value: string | null | undefined, origin: Found<string>['origin']) => {
    const clean = plain(value)
    if (clean) said.push({ value: withoutSite(clean, site), origin })
  }
  add(textIn(linked.article?.headline ?? linked.article?.name), 'JSON-LD')
  add(metas.get('og:title'), 'Open Graph')
  add(
    metas.get(
      'twitter:title',
      'citation_title',
      'dc.title',
      'dcterms.title',
      'parsely-title',
      'sailthru.title',
    ),
    'meta',
  )
  add(document, 'document')
  const shown = shownOf(
    heads,
    said.map((each) => each.value),
  )
  if (shown) return { value: shown, origin: 'visible text' }
  const best = said[0]
  if (!best) return heads[0] ? { value: heads[0], origin: 'visible text' } : null
  // Machines are often given a headline that was cut off.
  const own = folded(best.value)
  const whole =
    own.length > 50
      ? said.find(
          (each) => each.value.length > best.value.length && folded(each.value).startsWith(own.slice(0, -3)),
        )
      : undefined
  return whole ?? best
}

/** The heading that agrees best with what the page calls itself. */
function shownOf(heads: string[], said: string[]): string | null {
  const marks = heads.map((head) =>
    Math.max(0, ...said.map((each) => Math.max(shared(head, each), shared(each, head) * 0.9))),
  )
  const best = heads[marks.indexOf(Math.max(...marks))]
  const most = Math.max(0, ...marks)
  if (!best) return null
  if (said.length === 0 || most >= 0.5) return best
  return heads.length === 1 && best.split(/\s+/).length >= 3 && most > 0.15 ? best : null
}

export function plain(value: string | null | undefined): string | null {
  const clean = (value ?? '')
    .replace(/<[^>]{1,200}>/g, '')
    .replace(/&(?:#0?39|#x27|apos|rsquo|#8217);/gi, "'")
    .replace(/&(?:quot|#34);/gi, '"')
    .replace(/&(?:amp|#38|#038);/gi, '&')
    .replace(/&nbsp;|\s+/gi, ' ')
    .trim()
  return clean || null
}

const separator = /\s+[|–—·•»:-]+\s+|\s*[|»]\s*|\s*[_｜]\s*/

/** A title without the name of its site before or after a separator. */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(separator)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || !first || !last) return title
  const isSite = (part: string) => {
    const [own, name] = [folded(part), folded(site ?? '')]
    return (
      own !== '' &&
      name !== '' &&
      (own === name ||
        name.includes(own) ||
        own.includes(name) ||
        own.replaceAll(' ', '') === name.replaceAll(' ', ''))
    )
  }
  const before = title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»:_｜-]+$/, '')
  if (isSite(last)) return before
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|–—·•»:_｜-]+/, '')
  return last.split(/\s+/).length <= 4 &&
    before.length > 20 &&
    /[|»–—_｜-]\s*\S[^|»–—_｜-]*$/.test(title) &&
    last.length < 30
    ? before
    : title
}
