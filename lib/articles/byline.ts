// Who wrote an article: names only, several joined by commas.

import { folded } from '#lib/articles/headline.ts'
import { isHidden, namesOf } from '#lib/articles/hints.ts'
import { type Linked, namesIn } from '#lib/articles/json-ld.ts'
import type { Metas } from '#lib/articles/metas.ts'
import type { Found } from '#lib/articles/reading.ts'
import { type Element, elementsOf, textOf } from '#lib/articles/tree.ts'

const roles =
  /\b(?:staff writer|senior writer|contributor|contributing writer|correspondent|reporter|editor|editor in chief|associated press|founder|ceo|co-founder|author|posts?|articles)\b/i

export function bylineOf(
  root: Element,
  linked: Linked,
  metas: Metas,
  site: string | null,
): Found<string> | null {
  const tell = (names: string[], origin: Found<string>['origin']): Found<string> | null => {
    const clean = names.flatMap(people).filter((name) => isName(name))
    const own = [...new Map(clean.map((name) => [folded(name), name])).values()]
    return own.length > 0 ? { value: own.slice(0, 12).join(', '), origin } : null
  }
  const fromLd = tell(namesIn(linked.article?.author ?? linked.page?.author, linked.all), 'JSON-LD')
  const fromMeta = tell(
    metas
      .all(
        'author',
        'article:author',
        'parsely-author',
        'sailthru.author',
        'byl',
        'dc.creator',
        'dcterms.creator',
        'citation_author',
        'article:author_name',
        'article.author',
      )
      .slice(0, 6),
    'meta',
  )
  const seen = tell(shown(root), 'visible text')
  const isSite = (found: Found<string> | null) =>
    found !== null && site !== null && folded(found.value) === folded(site)
  for (const found of [fromLd, fromMeta, seen])
    if (found && !isSite(found) && !/^admin/i.test(found.value)) return found
  return fromLd ?? fromMeta ?? seen
}

function shown(root: Element): string[] {
  const strong: string[] = []
  const weak: string[] = []
  for (const element of elementsOf(root)) {
    const { rel, itemprop } = element.attributes
    if (isHidden(element)) continue
    const names = namesOf(element)
    if (/\bcomments?\b/.test(names)) continue
    const text = () => textOf(element)
    if ((rel && /\bauthor\b/.test(rel)) || (itemprop && /\bauthor\b/.test(itemprop))) strong.push(text())
    else if (
      /\b(?:byline|by line|author name|authors? link|post author|entry author|article author|author)\b/.test(
        names,
      )
    )
      weak.push(text())
  }
  const usable = (all: string[]) => all.filter((each) => each.length > 2 && each.length < 80)
  const first = usable(strong)[0] ?? usable(weak)[0]
  return first ? [first] : []
}

/** The names in one byline. */
export function people(line: string): string[] {
  const bare = line
    .replace(/https?:\/\/\S+|\S+@\S+|@\w+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:(?:posted|written|story|reviewed|published|words|text|article)\s+)?(?:by|von|par|por|di|door|автор|作者|记者|文)\b[:：]?\s*/i,
      '',
    )
    .replace(/^(?:by|author|作者|记者|文)\s*[:：]\s*/i, '')
    .replace(/\s+(?:on|updated|published|posted|\||•|·|–|—)\s.*$/i, '')
    .replace(/\s*\b\d{1,2}[\s,.].*$/, '')
  return bare
    .split(/\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|&|\/|、)\s*/)
    .map((each) =>
      each
        .replace(/^(?:by|and)\s+/i, '')
        .replace(/[\s,.|·•:–—-]+$/, '')
        .trim(),
    )
    .filter(Boolean)
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /https?:|www\.|[<>{}[\]]/.test(name)) return false
  if (/^\d+$/.test(name) || name.split(' ').length > 7) return false
  return !roles.test(name) || /team|staff|editors/i.test(name)
}
