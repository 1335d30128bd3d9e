// Reads what a page says of its article in JSON-LD (schema.org).

import { z } from 'zod'
import { type Part, rawText, within } from '#lib/articles/page.ts'

type Thing = Record<string, unknown>
export type Told = {
  types: string[]
  headline: string | null
  authors: string[]
  publisher: string | null
  published: string | null
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
const textOf = (value: unknown): string | null => z.string().trim().min(1).safeParse(value).data ?? null

/** The article of a page as its linked data tell it; null when they tell of none. */
export function toldByLinkedData(page: Part): Told | null {
  const things = [...within(page)]
    .filter((part) => part.tag === 'script' && /ld\+json/i.test(String(part.properties.type ?? '')))
    .flatMap((part) => thingsIn(parsed(rawText(part)), 0))
  const typesOf = (thing: Thing) => listOf(thing['@type']).map(String)
  const is = (kind: RegExp) => things.find((thing) => typesOf(thing).some((type) => kind.test(type)))
  const article =
    is(/(Article|BlogPosting|Report|Review|LiveBlogPosting|PressRelease)$/) ??
    is(/^(WebPage|ItemPage|AboutPage)$/)
  if (!article) return null
  const byId = (id: unknown) => things.find((thing) => thing['@id'] === id && thing.name !== undefined)
  const nameOf = (value: unknown): string | null => {
    if (!isThing(value)) return textOf(value)
    return textOf(listOf(value.name)[0]) ?? (value['@id'] ? textOf(byId(value['@id'])?.name) : null)
  }
  const published = textOf(article.datePublished) ?? textOf(is(/WebPage/)?.datePublished)
  return {
    types: typesOf(article),
    headline: textOf(article.headline) ?? textOf(listOf(article.name)[0]),
    authors: listOf(article.author ?? article.creator).flatMap((each) => nameOf(each) ?? []),
    publisher: nameOf(listOf(article.publisher)[0]),
    published: published ?? textOf(article.dateCreated),
  }
}

function parsed(text: string): unknown {
  try {
    // Some sites wrap it as for browsers of old, or break lines inside strings.
    return JSON.parse(
      text
        .replace(/^\s*(<!--|\/\*.*?\*\/|\/\/<!\[CDATA\[)|(-->|\/\/\]\]>)\s*$/g, '')
        .replace(/[\n\r\t]+/g, ' '),
    )
  } catch {
    return null
  }
}

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > 5) return []
  if (Array.isArray(value)) return value.flatMap((each) => thingsIn(each, depth + 1))
  if (!isThing(value)) return []
  return [
    value,
    ...['@graph', 'mainEntity', 'itemListElement', 'author', 'publisher'].flatMap((key) =>
      thingsIn(value[key], depth + 1),
    ),
  ]
}
