// The query of the full-text search: words, facets (filters) and page of an address; the words as a tsquery.

import { isDay } from '#lib/dates.ts'
import { type Language, type Localised, languageInWords } from '#lib/languages.ts'
import { wordsOf as messagesOf } from '#lib/messages/translate.ts'
import { readPageNumber } from '#lib/page-number.ts'
import { type Status, statuses, statusOrder } from '#lib/updates/rules.ts'

export const hitsPerPage = 20
export const hitKinds = {
  COMMITMENT: { en: 'Commitments', zh: '承诺' },
  UPDATE: { en: 'Status updates', zh: '状态更新' },
  EXCERPT: { en: 'Excerpts', zh: '原文摘录' },
  ARTICLE: { en: 'Articles', zh: '文章' },
  SUMMIT: { en: 'Summits', zh: '峰会' },
} as const satisfies Record<string, Required<Localised>>
export type HitKind = keyof typeof hitKinds

/** The filters that are also counted, in the order they are shown. */
export const facets = ['kind', 'area', 'party', 'status', 'language', 'publisher'] as const
export type Facet = (typeof facets)[number]

export type Search = {
  q: string
  kind: HitKind | ''
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
export function readSearch(asked: Asked, language: Language): { search: Search; faults: string[] } {
  const t = messagesOf(language, 'search')
  const faults: string[] = []
  const take = <T extends string>(
    name: Facet | 'from' | 'to',
    isRight: (text: string) => text is T,
  ): T | '' => {
    const text = (asked[name] ?? '').replaceAll('\0', '')
    if (text === '' || isRight(text)) return text as T | ''
    faults.push(t(wanted[name], { text: text.slice(0, 40) }))
    return ''
  }
  const q = (asked.q ?? '').replaceAll('\0', '').trim()
  if (q.length > most) faults.push(t('tooLong', { most }))
  const page = readPageNumber(asked.page)
  if (page === null) faults.push(t('notPage', { text: (asked.page ?? '').slice(0, 40) }))
  const from = take('from', isDate)
  const to = take('to', isDate)
  if (from && to && from > to) faults.push(t('reversed'))
  const search: Search = {
    q: q.length > most ? '' : q,
    kind: take('kind', (text): text is HitKind => Object.hasOwn(hitKinds, text)),
    area: take('area', isName),
    party: take('party', isName),
    status: take('status', (text): text is Status => statusOrder.some((each) => each === text)),
    language: take('language', isName),
    publisher: take('publisher', isShort),
    from,
    to,
    page: page ?? 1,
  }
  return { search, faults }
}

const wanted = {
  kind: 'notKind',
  area: 'notArea',
  party: 'notParty',
  status: 'notStatus',
  language: 'notLanguage',
  publisher: 'notPublisher',
  from: 'notDay',
  to: 'notDay',
} as const
const isDate = (text: string): text is string => isDay(text)
const isName = (text: string): text is string => /^[\w-]{1,80}$/.test(text)
const isShort = (text: string): text is string => text.length <= 200

/** A search as the parameters of an address, without its page. */
export function searchParameters({ page: _, ...search }: Search): Record<string, string> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value))
}

/** The words of a facet's value where the code has them; others are named by the database. */
export function facetValue(facet: Facet, value: string, language: Language): string {
  if (facet === 'kind' && Object.hasOwn(hitKinds, value)) return hitKinds[value as HitKind][language]
  if (facet === 'status' && Object.hasOwn(statuses, value)) return statuses[value as Status].word[language]
  return facet === 'language' ? languageInWords(value, language) : value
}

const han = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g
const hanRun = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g

/**
 * What was typed, for Postgres' websearch_to_tsquery: “phrases” and -exclusions are its own. A run of Han becomes a
 * phrase of the pairs in which it is indexed, or of single characters (`spaced` and `paired` in the migration): in
 * phrases of two scripts, and for marking what was found.
 */
export function searchWords(q: string, by: 'pairs' | 'characters' = 'pairs'): string {
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

/** The years between two days, both given: what a search of a short time is narrowed by first. */
export function searchYears(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (!first || !last || last - first > 20) return []
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
}
