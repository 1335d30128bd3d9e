// Which pages are asked for: the same addresses in the same order in every run.

import { type Random, random } from '../workload/random.ts'
import type { Sizes } from '../workload/workload.ts'

export type Page = { name: string; addresses: string[]; goalMs: number | null }

/** Four kinds of page. `goalMs` is the p50 wanted at one connection, the first time after a publication. */
export function pages(sizes: Sizes): Page[] {
  const chance = random(4)
  const summit = () => `summit-${chance.int(1, sizes.summits)}`
  const each = Math.floor(sizes.commitments / sizes.summits)
  const many = (n: number, address: () => string) => [...new Set(Array.from({ length: n }, address))]
  return [
    { name: '/[language]', addresses: ['/en'], goalMs: 25 },
    { name: '/summits/[slug]', addresses: many(40, () => `/en/summits/${summit()}`), goalMs: 10 },
    { name: '/commitments?…', addresses: many(40, () => search(chance, summit, sizes)), goalMs: null },
    {
      name: '/commitments/[ref]',
      addresses: many(80, () => `/en/commitments/${summit().toUpperCase()}-${chance.int(1, each)}`),
      goalMs: 10,
    },
  ]
}

/** A search as readers make them: one or two filters, an order, mostly the first page. */
function search(chance: Random, summit: () => string, { commitments }: Sizes): string {
  const asked = new URLSearchParams()
  const filters: Record<string, () => string> = {
    summit,
    area: () => `area-${chance.int(1, 12)}`,
    status: () => chance.pick(['UNDER_WAY', 'PARTLY_KEPT', 'KEPT', 'STALLED', 'BROKEN']),
    party: () => chance.pick([...'ABCDE']) + chance.pick([...'ABCDEF']),
    q: () => chance.pick(['fentanyl', 'climate', 'hotline', 'grain export', 'naval']),
  }
  const chosen = chance.some(Object.keys(filters), chance.int(1, 2))
  for (const name of chosen) asked.set(name, filters[name]?.() ?? '')
  if (chance.chance(0.5)) asked.set('sort', chance.pick(['news', 'silence', 'made']))
  const isLong = chosen.length === 1 && !asked.has('summit') && !asked.has('q')
  // A small workload fills no second page.
  if (isLong && chance.chance(0.3) && commitments >= 5_000) asked.set('page', '2')
  return `/en/commitments?${asked}`
}
