// The byline: who wrote an article, of all that a page says about it.

import { comparable } from '#engines/extraction/comparable.ts'
import { type LinkedArticle, namesIn } from '#engines/extraction/json-ld.ts'
import type { Metas } from '#engines/extraction/metas.ts'
import { type ShortText, shortTextsOfPage } from '#engines/extraction/near-headline.ts'
import { peopleIn } from '#engines/extraction/people.ts'
import type { Found } from '#engines/extraction/reading.ts'
import { type Element, elementsOf, textOf } from '#engines/extraction/tree.ts'

const most = 12
const metaNames =
  'author article:author parsely-author sailthru.author byl dc.creator dcterms.creator citation_author article:author_name article.author'

export function bylineOf(
  root: Element,
  linked: LinkedArticle,
  metas: Metas,
  about: { site: string | null; shorts: ShortText[] },
): Found<string> | null {
  const site = comparable(about.site ?? '')
  let isSelf = false
  const tell = (lines: string[], origin: Found<string>['origin']): Found<string> | null => {
    const others = lines.filter((line) => !isSite(line.replace(/^by\s+/i, '')))
    if (others.length < lines.length) isSelf = true
    const own = [...new Map(others.flatMap(peopleIn).map((name) => [comparable(name), name])).values()]
    return own.length > 0 ? { value: own.slice(0, most).join(', '), origin } : null
  }
  // Programs often name the site as the writer, or an account of theirs, where the page shows the person.
  function isSite(name: string): boolean {
    const own = comparable(name)
    if (/^(?:admin\w*|editor|staff|root|webmaster|user)\b/.test(own)) return true
    return (
      site !== '' &&
      (own === site || own.replaceAll(' ', '') === site.replaceAll(' ', '') || own.startsWith(`${site} `))
    )
  }
  const labelled = /written by|author|by/i.test(metas.get('twitter:label1') ?? '')
    ? metas.all('twitter:data1')
    : []
  const said = [
    tell(namesIn(linked.article?.author, linked.all), 'JSON-LD'),
    tell(metas.all(...metaNames.split(' ')).slice(0, most), 'meta'),
    tell(labelled, 'meta'),
    ...shown(root, about.shorts).map((line) => tell([line], 'visible text')),
    tell(namesIn(linked.page?.author, linked.all), 'JSON-LD'),
  ]
  const found = said.find((each) => each !== null)
  return found ?? (isSelf && about.site ? { value: about.site, origin: 'guess' } : null)
}

const authorNamed =
  /\b(?:author names?|byline names?|author links?|authors?|byline|bylines|by line|post author|entry author|article author|written by|writer|contributors?|publish date author|author nm)\b/
const notNamed =
  /\b(?:bio|avatar|image|img|photo|social|box|about|date|comment|description|job|title|role|position|bookmark)\b/
const by =
  /^(?:(?:story|words|text|article|report|posted|written|authored|published|reported|compiled|publicado|escrito|geschrieben|publié|écrit)\s+)?(?:by|von|par|por|di|door|af|av)\s*:?\s+\p{Lu}|^(?:authors?|writer|作者|记者|文|撰文)\s*[:：]/u

/** Lines that the page shows as its byline, best first. */
function shown(root: Element, shorts: ShortText[]): string[] {
  const marked: string[] = []
  const linked: string[] = []
  for (const element of elementsOf(root)) {
    const { itemprop, rel, content } = element.attributes
    if (itemprop && /\b(?:author|creator)\b/.test(itemprop)) marked.push(content ?? nameIn(element))
    else if (rel && /\bauthor\b/.test(rel) && element.tag !== 'link') linked.push(textOf(element, 200))
  }
  const near = shorts.toSorted((a, b) => Math.abs(a.away) - Math.abs(b.away))
  const named = near
    .filter(isNamed)
    .sort(
      (a, b) =>
        Number(/\bname|link\b/.test(b.names)) - Number(/\bname|link\b/.test(a.names)) ||
        a.text.length - b.text.length,
    )
  const lines = near
    .filter(({ text }) => by.test(lowerStart(text)) && text.length < 110)
    .map(({ text }) => text)
  const others: string[] = []
  for (const element of elementsOf(root)) {
    if (!/^(?:h[2-6]|p|div|span)$/.test(element.tag) || element.children.length > 4) continue
    const text = textOf(element, 100)
    if (text.length < 60 && /^(?:written|authored|posted) by\b/i.test(text)) others.push(text)
  }
  const profiles = near.filter(({ element }) => profile.test(element.attributes.href ?? ''))
  const far = named.length > 0 ? [] : shortTextsOfPage(root).filter(isNamed).slice(0, 1)
  const texts = (shorts: ShortText[]) => shorts.map(({ text }) => text)
  const all = [
    marked,
    linked.slice(0, 1),
    texts(named),
    lines,
    texts(profiles),
    others.slice(0, 1),
    texts(far),
  ]
  return all.flat().filter((line) => line.length > 1 && line.length < 120)
}

const profile = /\/(?:authors?|writers?|contributors?|columnists?|staff|profiles?|team)\/[^/]+\/?$/
const isNamed = ({ names, text }: ShortText) =>
  authorNamed.test(names) && !notNamed.test(names) && text.length < 90

const nameIn = (element: Element): string => {
  for (const each of elementsOf(element))
    if (each.attributes.itemprop === 'name') return each.attributes.content ?? textOf(each, 200)
  return textOf(element, 200)
}

const lowerStart = (text: string): string =>
  text.replace(/^\p{L}+(?:\s+by\b)?/iu, (words) => words.toLowerCase())
