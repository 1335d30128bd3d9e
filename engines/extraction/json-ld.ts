// What a page says of itself in JSON-LD.

import { comparable } from '#engines/extraction/comparable.ts'

type LinkedThing = Record<string, unknown>

const articles = /Article|Posting|Report|Review|Recipe|HowTo|ScholarlyWork|CreativeWork|Guide|Story/i
const pages = /WebPage|Page$|Dataset|Legislation|Speech|VideoObject|PodcastEpisode/i

export type LinkedArticle = { article: LinkedThing | null; page: LinkedThing | null; all: LinkedThing[] }

/** The thing that the page is about, among all that its scripts describe. */
export function linkedData(
  scripts: string[],
  about: { title: string | null; address: string | null },
): LinkedArticle {
  const all = scripts.flatMap((script) => things(parsed(script), 0))
  const own = all.filter((each) => articles.test(typeOf(each)))
  const title = comparable(about.title ?? '')
  const path = about.address ? URL.parse(about.address)?.pathname : undefined
  // Teasers of other articles are described like the article itself.
  const isThis = (each: LinkedThing) =>
    path !== undefined &&
    path !== '/' &&
    ['@id', 'url', 'mainEntityOfPage'].some((name) => pathOf(each[name]) === path)
  const isTitled = (each: LinkedThing) => {
    const head = comparable(textIn(each.headline ?? each.name) ?? '')
    return head !== '' && title !== '' && (title.startsWith(head) || head.startsWith(title))
  }
  const isDated = (each: LinkedThing) => each.datePublished !== undefined || each.headline !== undefined
  return {
    article:
      own.find((each) => isTitled(each) && isDated(each)) ??
      own.find((each) => isThis(each) && isDated(each)) ??
      own.find(isDated) ??
      own[0] ??
      null,
    page: all.find((each) => pages.test(typeOf(each))) ?? null,
    all,
  }
}

function pathOf(value: unknown): string | undefined {
  const address = typeof value === 'object' && value !== null ? (value as LinkedThing)['@id'] : value
  return typeof address === 'string' ? URL.parse(address)?.pathname : undefined
}

export const typeOf = (thing: LinkedThing): string => [thing['@type']].flat().join(' ')

function parsed(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/\s*)?(?:\]\]>|-->)\s*;?\s*$/, '')
  try {
    return JSON.parse(bare)
  } catch {
    try {
      // Line ends inside strings and commas before brackets are the usual faults.
      return JSON.parse(bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1'))
    } catch {
      return null
    }
  }
}

function things(found: unknown, depth: number): LinkedThing[] {
  if (depth > 6 || typeof found !== 'object' || found === null) return []
  if (Array.isArray(found)) return found.flatMap((each) => things(each, depth + 1))
  const said = found as LinkedThing
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed'].flatMap((name) =>
    things(said[name], depth + 1),
  )
  return [said, ...inner]
}

/** A text, or the name of a thing, or the names of several. */
export function namesIn(value: unknown, all: LinkedThing[] = []): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each, all))
  if (typeof value !== 'object' || value === null) return []
  const { name, '@id': id } = value as LinkedThing
  if (name !== undefined) return namesIn(name)
  const known =
    typeof id === 'string' ? all.find((each) => each['@id'] === id && each.name !== undefined) : undefined
  return known ? namesIn(known.name) : []
}

export function textIn(value: unknown): string | null {
  const first = namesIn(value)[0]
  return first?.trim() ? first.trim() : null
}
