// How commitments are looked for: the filters, orders and pages that an address can carry.

import { type Status, statusOrder } from '#lib/updates/rules.ts'

export const pageSize = 50
export const sorts = {
  ref: 'Reference',
  news: 'Latest update first',
  silence: 'Longest without an update',
  made: 'Newest promise first',
} as const
export type Sort = keyof typeof sorts
export type Search = {
  summit: string
  area: string
  party: string
  status: Status | 'NONE' | ''
  text: string
  sort: Sort
  page: number
}
export type Asked = Record<string, string | undefined>

/** Reads a search from an address; each thing that cannot be understood is left at its default and named. */
export function readSearch(asked: Asked): { search: Search; faults: string[] } {
  const faults: string[] = []
  const status = asked.status ?? ''
  const isStatus = status === '' || status === 'NONE' || statusOrder.some((each) => each === status)
  if (!isStatus) faults.push(`“${shown(status)}” is not a status.`)
  const sort = asked.sort || 'ref'
  const isSort = Object.hasOwn(sorts, sort)
  if (!isSort) faults.push(`“${shown(sort)}” is not an order to sort in.`)
  // Postgres knows no NUL in a text.
  const text = (asked.q ?? '').replaceAll('\0', '').trim()
  if (text.length > 200) faults.push('Search for at most 200 characters.')
  const place = (what: string, text = '') => {
    if (text === '' || isName(text)) return text
    faults.push(`“${shown(text)}” is not the name of ${what}.`)
    return ''
  }
  const page = readPage(asked.page)
  if (page === null) faults.push(`“${shown(asked.page ?? '')}” is not a page number.`)
  const search: Search = {
    summit: place('a summit', asked.summit),
    area: place('an area', asked.area),
    party: place('a party', asked.party),
    status: isStatus ? (status as Search['status']) : '',
    text: text.length > 200 ? '' : text,
    sort: isSort ? (sort as Sort) : 'ref',
    page: page ?? 1,
  }
  return { search, faults }
}

/** Whether a text can be a commitment's reference, so that only such are asked for. */
export function isRef(text: string): boolean {
  return /^[A-Z0-9-]{1,40}$/.test(text)
}

/** Whether a text can be a slug or a party's code. */
export function isName(text: string): boolean {
  return /^[A-Za-z0-9-]{1,80}$/.test(text)
}

/** A page number from an address: missing is 1, malformed is null. */
export function readPage(text: string | undefined): number | null {
  if (!text) return 1
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
