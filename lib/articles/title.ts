// Finds the title of an article among what the page, its tab and its data call it.

import type { Found, Origin } from '#lib/articles/metadata.ts'
import { lineOf, type Part } from '#lib/articles/page.ts'

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The title that most of the page's own tellings agree on, without the name of the site. */
export function titleOf(
  parts: Part[],
  linked: Found | undefined,
  graph: Found | undefined,
  site: string,
  address: string | null,
): Found | undefined {
  const heads = parts
    .filter((part) => part.tag === 'h1' && part.size > 0)
    .flatMap((part) => lineOf(part) ?? [])
  const tab = parts.find((part) => part.tag === 'title' && part.parent?.tag === 'head')
  const whole = [linked?.value, graph?.value, tab ? lineOf(tab) : null].filter(
    (each) => each !== null && each !== undefined,
  )
  const head =
    heads.find((each) => whole.some((other) => plain(other).includes(plain(each)))) ??
    (heads.length === 1 ? heads[0] : undefined)
  const host = plain(URL.parse(address ?? '')?.hostname.replace(/^www\.|\.\w+$/g, '') ?? '').replaceAll(
    ' ',
    '',
  )
  const isSite = (tail: string) => {
    const said = plain(tail).replaceAll(' ', '')
    return (
      said !== '' &&
      (plain(site).replaceAll(' ', '').includes(said) ||
        said.includes(plain(site).replaceAll(' ', '') || '\0') ||
        host.includes(said) ||
        said.includes(host || '\0'))
    )
  }
  const bare = (text: string): string => {
    const cut =
      /^(.*\S)\s+(?:[|–—·»•]|-{1,2}|::|<|«)\s+([^|–—·»•]{1,60})$/.exec(text) ??
      /^(.{12,})\s*\|\s*([^|]{1,60})$/.exec(text)
    const [, front = '', tail = ''] = cut ?? []
    return cut && (isSite(tail) || heads.some((each) => plain(each) === plain(front))) ? bare(front) : text
  }
  const given: Found[] = [
    ...(head ? [{ value: head, origin: 'visible text' as const }] : []),
    ...(linked ? [linked] : []),
    ...(graph ? [graph] : []),
    ...(tab ? [{ value: lineOf(tab) ?? '', origin: 'meta' as const }] : []),
  ]
  const candidates = given
    .map(({ value, origin }) => ({ value: bare(unescaped(value).replace(/\s+/g, ' ').trim()), origin }))
    .filter(({ value }) => value !== '')
  const votes = (value: string) => candidates.filter((other) => plain(other.value) === plain(value)).length
  const trust: Origin[] = ['JSON-LD', 'Open Graph', 'meta', 'visible text']
  const winner = candidates.toSorted((a, b) => votes(b.value) - votes(a.value))[0]
  // Among those that agree, the most trusted source is named.
  return (
    winner &&
    candidates
      .filter(({ value }) => plain(value) === plain(winner.value))
      .toSorted((a, b) => trust.indexOf(a.origin) - trust.indexOf(b.origin))[0]
  )
}

/** Linked data and meta are often escaped once too often. */
export function unescaped(text: string): string {
  return text
    .replace(/&#(\d{2,6});/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]{2,5});/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(
      /&(amp|quot|apos|lt|gt|nbsp);/g,
      (_all, name: string) => ({ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' })[name] ?? '',
    )
}
