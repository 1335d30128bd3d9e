// The headline of an article, without the name of the site around it.

import { namesOf } from '#engines/extraction/class-hints.ts'
import { comparable, shareOfWords } from '#engines/extraction/comparable.ts'
import { type LinkedArticle, textIn } from '#engines/extraction/json-ld.ts'
import type { Metas } from '#engines/extraction/metas.ts'
import type { Found } from '#engines/extraction/reading.ts'
import { type Element, elementsOf, textOf } from '#engines/extraction/tree.ts'

type Head = { text: string; isNamed: boolean }

const titleNamed =
  /\b(?:(?:entry|article|post|story|page|blog|news) (?:title|headline|heading|header)|title (?:article|post|page)|headline)\b/

/** Decides between what the page calls itself and what it shows, by what agrees. */
export function headlineOf(
  root: Element,
  linked: LinkedArticle,
  metas: Metas,
  site: string | null,
): Found<string> | null {
  const heads: Head[] = []
  let document: string | null = null
  for (const element of elementsOf(root)) {
    if (element.tag === 'title') document ??= textOf(element, 500)
    if (
      element.tag !== 'h1' ||
      /\b(?:logo|site title|menu|widget|screen reader|sr only|visually hidden|modal)\b/.test(namesOf(element))
    )
      continue
    const head = plainText(textOf(element, 500))
    if (head && comparable(head) !== comparable(site ?? ''))
      heads.push({ text: head, isNamed: titleNamed.test(namesOf(element)) })
  }
  const said: Found<string>[] = []
  const add = (value: string | null | undefined, origin: Found<string>['origin']) => {
    const clean = plainText(value)
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
  if (!best) return heads[0] ? { value: heads[0].text, origin: 'visible text' } : null
  // Machines are often given a headline that was cut off.
  const own = comparable(best.value)
  const whole =
    own.length > 50
      ? said.find(
          (each) =>
            each.value.length > best.value.length && comparable(each.value).startsWith(own.slice(0, -3)),
        )
      : undefined
  return whole ?? best
}

/** The heading that agrees with what the page calls itself: more so where it is not named as the title of the article. */
function shownOf(heads: Head[], said: string[]): string | null {
  let best: { head: Head; mark: number } | null = null
  for (const head of heads) {
    const mark = Math.max(
      0,
      ...said.map((each) => shareOfWords(head.text, each) + shareOfWords(each, head.text) / 2),
    )
    if (!best || mark > best.mark) best = { head, mark }
  }
  if (!best) return null
  // A title of a word or two is the name of a section.
  const isVague =
    heads.length === 1 && said.every((each) => each.split(/\s+/).length < 3) && best.head.text.length > 5
  const needed = isVague ? 0 : best.head.isNamed ? 0.4 : 0.95
  return said.length === 0 || best.mark >= needed ? best.head.text : null
}

export function plainText(value: string | null | undefined): string | null {
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
    const [own, name] = [comparable(part), comparable(site ?? '')]
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
