// Filters, sort orders and pagination of the list of commitments, as an address carries them.

import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { readPageNumber } from '#lib/page-number.ts'
import { isSlug } from '#lib/slugs.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'

export const commitmentsPerPage = 50
export const commitmentOrders = ['ref', 'news', 'silence', 'made'] as const
export type CommitmentOrder = (typeof commitmentOrders)[number]
export type CommitmentFilter = {
  summit: string
  area: string
  party: string
  status: Status | 'NONE' | ''
  text: string
  sort: CommitmentOrder
  page: number
}
export type AddressParameters = Record<string, string | undefined>

/** Reads a search from an address; each thing that cannot be understood is left at its default and named. */
export function readCommitmentFilter(
  asked: AddressParameters,
  language: Language,
): { search: CommitmentFilter; faults: string[] } {
  const t = wordsOf(language, 'commitments')
  const faults: string[] = []
  const status = asked.status ?? ''
  const isStatus = status === '' || status === 'NONE' || statusOrder.some((each) => each === status)
  if (!isStatus) faults.push(t('notAStatus', { asked: shown(status) }))
  const sort = commitmentOrders.find((each) => each === (asked.sort || 'ref'))
  if (!sort) faults.push(t('notAnOrder', { asked: shown(asked.sort) }))
  // Postgres knows no NUL in a text.
  const text = (asked.q ?? '').replaceAll('\0', '').trim()
  if (text.length > 200) faults.push(t('tooLong'))
  const place = (fault: 'notASummit' | 'notAnArea' | 'notAParty', text = '') => {
    if (text === '' || isSlug(text)) return text
    faults.push(t(fault, { asked: shown(text) }))
    return ''
  }
  const page = readPageNumber(asked.page)
  if (page === null) faults.push(t('notAPage', { asked: shown(asked.page) }))
  const search: CommitmentFilter = {
    summit: place('notASummit', asked.summit),
    area: place('notAnArea', asked.area),
    party: place('notAParty', asked.party),
    status: isStatus ? (status as CommitmentFilter['status']) : '',
    text: text.length > 200 ? '' : text,
    sort: sort ?? 'ref',
    page: page ?? 1,
  }
  return { search, faults }
}

/** A search as the parameters of an address, without its page. */
export function filterParameters({ text, page: _, sort, ...rest }: CommitmentFilter): Record<string, string> {
  const all = Object.entries({ q: text, ...rest, sort: sort === 'ref' ? '' : sort })
  return Object.fromEntries(all.filter(([, value]) => value))
}

/** Whether a text can be a commitment's reference, so that only such are asked for. */
export function isRef(text: string): boolean {
  return /^[A-Z0-9-]{1,40}$/.test(text)
}

function shown(text = ''): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
