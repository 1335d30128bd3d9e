// Finds authors and dates that a page only shows.

import { dateIn } from '#lib/articles/found-date.ts'
import type { Found } from '#lib/articles/metadata.ts'
import { lineOf, type Part } from '#lib/articles/page.ts'
import { unescaped } from '#lib/articles/title.ts'

const authorNames =
  /(^|[\s_-])(author|byline|by-line|writer|contributor)([\s_-](name|link|info|title|fn))?([\s_-]|$)/i

export function seenAuthors(parts: Part[]): Found[] {
  const marked = parts.filter(
    ({ properties, names, tag, size }) =>
      size > 2 &&
      size < 90 &&
      tag !== '#text' &&
      (/\bauthor\b/.test(String(properties.rel ?? '')) ||
        /\bauthor\b/.test(String(properties.itemProp ?? '')) ||
        authorNames.test(names)),
  )
  const spoken = parts.flatMap(
    (part) =>
      /^(?:Written |Posted |Reported |Story )?By:?\s+(\p{Lu}[^\n|•·]{3,60})$/u.exec(
        (part.tag !== '#text' && part.size < 80 && lineOf(part)) || '',
      )?.[1] ?? [],
  )
  return [...marked.map((part) => lineOf(part) ?? ''), ...spoken].map((value) => ({
    value,
    origin: 'visible text' as const,
  }))
}

/** A name or names without "By", roles, dates and addresses; null for what cannot be one. */
export function cleanName(text: string): string | null {
  const name = unescaped(text)
    .replace(/\s+/g, ' ')
    .replace(/^\W*(written|posted|published|reported|reviewed|authored|story|words)?\s*\bby\b[:\s]+/i, '')
    .replace(/^author[:\s]+/i, '')
    .replace(/\s*[|•·].*$|\s+(on\s+)?\w+ \d{1,2},? \d{4}.*$|\s*\(?\S+@\S+\)?/g, '')
    .replace(/[\s,;–-]+$/, '')
    .trim()
  if (
    name.length < 3 ||
    name.length > 120 ||
    /^https?:|^@|[{}<>_]|^(admin|administrator|editor|staff|user|guest|author|unknown|none|null|undefined|home|about|share)$/i.test(
      name,
    )
  )
    return null
  return dateIn(name) || /^\d|^(updated|last |read |follow|more )/i.test(name) ? null : name
}

export function seenDates(parts: Part[]): Found[] {
  const isChange = (part: Part) =>
    /updated|modified|lastmod|revised/i.test(`${part.names} ${part.properties.itemProp ?? ''}`)
  const first = parts.findIndex((part) => part.tag === 'h1' && part.size > 0)
  const marked = parts.filter(
    (part) =>
      /datePublished|dateCreated/i.test(String(part.properties.itemProp ?? '')) ||
      (part.tag === 'time' && !isChange(part)),
  )
  const named = parts.filter(
    (part) =>
      part.tag !== '#text' &&
      part.size > 5 &&
      part.size < 120 &&
      !isChange(part) &&
      /(^|[\s_-])(date|dateline|published|pubdate|publish|posted|timestamp|time|meta|byline|info|created)([\s_-]|$)/i.test(
        part.names,
      ),
  )
  const near = parts
    .slice(Math.max(0, first - 60), first + 160)
    .filter(
      (part) =>
        part.tag === '#text' &&
        part.size > 5 &&
        part.size < 80 &&
        !/updated|modified|©|copyright|reviewed/i.test(part.text),
    )
  const said = (part: Part) =>
    String(part.properties.dateTime ?? part.properties.content ?? '') || (lineOf(part) ?? '')
  return [...marked.map(said), ...named.map(said), ...near.map((part) => part.text)].map((value) => ({
    value,
    origin: 'visible text' as const,
  }))
}
