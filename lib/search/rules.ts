// What an address can ask of the search: words, filters and a page; and the words as Postgres reads them.

import { isDay } from '#lib/dates.ts'
import { type Status, statuses, statusOrder } from '#lib/updates/rules.ts'

export const pageSize = 20
export const kinds = {
  COMMITMENT: 'Commitments',
  UPDATE: 'Status updates',
  EXCERPT: 'Excerpts',
  ARTICLE: 'Articles',
  SUMMIT: 'Summits',
} as const
export type Kind = keyof typeof kinds

/** The filters that are also counted, in the order they are shown. */
export const facets = ['kind', 'area', 'party', 'status', 'language', 'publisher'] as const
export type Facet = (typeof facets)[number]

export type Search = {
  q: string
  kind: Kind | ''
  area: string
  party: string
  status: Status | ''
  language: string
  publisher: string
  from: string
  to: string
  page: number
}

const most = 200
type Asked = Record<string, string | undefined>

/** Reads a search from an address; each thing that cannot be understood is left out and named. */
export function readSearch(asked: Asked): { search: Search; faults: string[] } {
  const faults: string[] = []
  const take = <T extends string>(
    name: Facet | 'from' | 'to',
    isRight: (text: string) => text is T,
  ): T | '' => {
    const text = (asked[name] ?? '').replaceAll('\0', '')
    if (text === '' || isRight(text)) return text as T | ''
    faults.push(`“${text.slice(0, 40)}” is not ${wanted[name]}.`)
    return ''
  }
  const q = (asked.q ?? '').replaceAll('\0', '').trim()
  if (q.length > most) faults.push(`Search for at most ${most} characters.`)
  const page = asked.page ?? '1'
  const isPage = /^[1-9]\d{0,4}$/.test(page)
  if (!isPage) faults.push(`“${page.slice(0, 40)}” is not a page number.`)
  const from = take('from', isDate)
  const to = take('to', isDate)
  if (from && to && from > to) faults.push('The first day is after the last: nothing can match.')
  const search: Search = {
    q: q.length > most ? '' : q,
    kind: take('kind', (text): text is Kind => Object.hasOwn(kinds, text)),
    area: take('area', isName),
    party: take('party', isName),
    status: take('status', (text): text is Status => statusOrder.some((each) => each === text)),
    language: take('language', isName),
    publisher: take('publisher', isShort),
    from,
    to,
    page: isPage ? Number(page) : 1,
  }
  return { search, faults }
}

const wanted = {
  kind: 'a kind of thing to find',
  area: 'the name of an area',
  party: 'the code of a party',
  status: 'a status',
  language: 'the code of a language',
  publisher: 'the name of a publisher',
  from: 'a day like 2024-05-14',
  to: 'a day like 2024-05-14',
}
const isDate = (text: string): text is string => isDay(text)
const isName = (text: string): text is string => /^[\w-]{1,80}$/.test(text)
const isShort = (text: string): text is string => text.length <= 200

/** A search as the parameters of an address, without its page. */
export function parametersOf({ page: _, ...search }: Search): Record<string, string> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value))
}

/** The words of a facet's value where the code has them; others are named by the database. */
export function facetValue(facet: Facet, value: string): string | null {
  if (facet === 'kind' && Object.hasOwn(kinds, value)) return kinds[value as Kind]
  if (facet === 'status' && Object.hasOwn(statuses, value)) return statuses[value as Status].word.en
  if (facet === 'language') return new Intl.DisplayNames('en', { type: 'language' }).of(value) ?? value
  return null
}

const han = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g
const hanRun = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g

/**
 * What was typed, for Postgres' websearch_to_tsquery: “phrases” and -exclusions are its own. A run of Han becomes a
 * phrase of the pairs in which it is indexed, or of single characters (`spaced` and `paired` in the migration): in
 * phrases of two scripts, and for marking what was found.
 */
export function wordsOf(q: string, by: 'pairs' | 'characters' = 'pairs'): string {
  const spaced = (text: string) => text.replace(han, ' $& ')
  const phrase = (run: string) => `"${by === 'pairs' && run.length > 1 ? pairs(run) : spaced(run)}"`
  return q
    .replace(/[“”«»„＂]/g, '"')
    .split('"')
    .map((part, at) => {
      if (at % 2 === 0) return part.replace(hanRun, phrase)
      return part.trim().replace(hanRun, '') === '' ? phrase(part.trim()) : `"${spaced(part)}"`
    })
    .join('')
}

function pairs(run: string): string {
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)).join(' ')
}
