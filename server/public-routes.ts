// Which addresses are public pages, what each can be asked, and by which edition its answer may be kept.

import { isDay } from '#lib/dates.ts'

export type Address = {
  /** As the page is drawn and kept: only what it can be asked, each once, in one order. */
  url: string
  /** Whether nothing is asked: there are only so many of these, and they have room of their own. */
  isPlain: boolean
  /** What its answer changes with; null where it is not kept. */
  by: 'pages' | 'sources' | null
}

const name = '[\\w-]{1,80}'
const clocks = ['on', 'known']
const filters = ['q', 'summit', 'area', 'status', 'party', 'sort']
const facets = ['q', 'kind', 'area', 'party', 'status', 'language', 'publisher', 'from', 'to']
const rows: [path: string, asked: string[], by: Address['by']][] = [
  ['', [...clocks, 'summit', 'page'], 'pages'],
  ['/commitments', [...clocks, ...filters, 'page'], 'pages'],
  [`/commitments/${name}`, clocks, 'pages'],
  [`/commitments/${name}/said`, clocks, 'pages'],
  ['/card\\.png', [], 'pages'],
  [`/commitments/${name}/card\\.png`, [], 'pages'],
  [`/summits/${name}/card\\.png`, [], 'pages'],
  [`/commitments/${name}/report`, clocks, 'pages'],
  [`/commitments/${name}/report/sent`, [], 'pages'],
  // Without clocks set, a citation names the very instant at which it was asked for.
  [`/commitments/${name}/cite`, clocks, null],
  [`/summits/${name}`, clocks, 'pages'],
  [`/summits/${name}/cite`, clocks, null],
  [`/summits/${name}/said`, clocks, 'pages'],
  [`/articles/${name}`, clocks, 'sources'],
  [`/articles/${name}/cite`, clocks, null],
  [`/charts/${name}`, [...clocks, ...filters, 'ref', 'page'], 'pages'],
  ['/compare', [...clocks, 'a', 'b'], 'pages'],
  ['/corrections', [...clocks, 'page'], 'pages'],
  ['/ledger', [...clocks, 'page'], 'sources'],
  ['/methodology', clocks, 'pages'],
  ['/search', [...clocks, ...facets, 'page'], 'pages'],
]
const pages = rows.map(([path, asked, by]) => ({ path: new RegExp(`^${path}$`), asked, by }))
const ofLanguage = /^\/(en|zh)(?=\/|$)/

/**
 * The public page at an address as a request gives it; null for anything that is not one. A page that is not listed is
 * drawn with all that it is asked, and not kept.
 */
export function publicAddress(url: string, now: number): Address | null {
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  const language = ofLanguage.exec(path)?.[0]
  if (!language) return null
  const page = pages.find((each) => each.path.test(path.slice(language.length)))
  if (!page) return { url, isPlain: false, by: null }
  const given = new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1))
  const asked = new URLSearchParams()
  for (const each of page.asked) {
    const value = given.get(each)
    if (value) asked.set(each, value)
  }
  const query = asked.toString()
  const known = asked.get('known')
  return {
    url: query ? `${path}?${query}` : path,
    isPlain: query === '',
    by: known !== null && !isPast(known, now) ? null : page.by,
  }
}

// What is known at an instant to come is what is known now, and the page names that instant.
function isPast(known: string, now: number): boolean {
  return Date.parse(isDay(known) ? `${known}T23:59:59.999Z` : known) <= now
}
