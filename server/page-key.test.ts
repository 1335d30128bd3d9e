import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageKey } from './page-key.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const of = (url: string) => pageKey(url, now)

test('a page is known by what it can be asked, each once and in one order', () => {
  expect(of('/en')).toEqual({ url: '/en', isPlain: true, by: 'pages' })
  expect(of('/zh/commitments/WOODSIDE-1?zz=1&on=2024-05-14&_rsc=abc&on=2025-01-01')).toEqual({
    url: '/zh/commitments/WOODSIDE-1?on=2024-05-14',
    isPlain: false,
    by: 'pages',
  })
  expect(of('/en/commitments?q=a+b&area=x&page=')?.url).toBe('/en/commitments?q=a+b&area=x')
  expect(of('/en/commitments?area=x&q=a%20b')?.url).toBe('/en/commitments?q=a+b&area=x')
  expect(of('/en/articles/abc?x=1')).toEqual({ url: '/en/articles/abc', isPlain: true, by: 'sources' })
  for (const page of ['/articles/abc', '/articles/abc/cite', '/methodology', '/ledger', '/corrections'])
    expect(of(`/zh${page}?known=2024-05-20`)?.url).toBe(`/zh${page}?known=2024-05-20`)
})

test('what carries no parameter of its own becomes one page, whatever else is asked of it', () => {
  const made = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { maxLength: 8 })
  const known = ['on', 'known', 'page']
  fc.assert(
    fc.property(made, (pairs) => {
      const asked = new URLSearchParams(pairs.filter(([name]) => !known.includes(name)))
      expect(of(`/en/corrections?${asked}`)?.url).toBe('/en/corrections')
    }),
  )
})

test('an address settled once is settled', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('2024-05-14', '2', 'WOODSIDE-1', '芬太尼', '%', '+', '&'),
  )
  const name = fc.constantFrom('on', 'known', 'page', 'q', 'area', 'kind', 'made-up')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
      const settled = of(`/en/search?${new URLSearchParams(pairs)}`)
      expect(settled && of(settled.url)).toEqual(settled)
    }),
  )
})

test('what is private, a file or written oddly is no page that is kept', () => {
  for (const url of [
    '/',
    '/desk',
    '/sign-in',
    '/api/auth/x',
    '/ledger/download',
    '/EN',
    '/english',
    '//en',
    '*',
  ])
    expect([url, of(url)]).toEqual([url, null])
  for (const path of [
    '//commitments',
    '/commitments/',
    '/Commitments',
    '/commitments/WOODSIDE%2D1',
    '/commitments%2FWOODSIDE-1',
    '/commitments/../../desk',
    '/commitments/WOODSIDE-1.rsc',
    '/commitments/export/csv/x',
    '/desk',
    `/summits/${'a'.repeat(81)}`,
  ])
    expect([path, of(`/en${path}?x=1`)]).toEqual([path, { url: `/en${path}?x=1`, isPlain: false, by: null }])
})

test('what is known at an instant to come, or at none, is not kept', () => {
  const by = (known: string) => of(`/en?known=${encodeURIComponent(known)}`)?.by
  expect(by('2026-11-23')).toBe('pages')
  expect(by('2026-11-24')).toBeNull()
  expect(by('2026-11-24T11:59:59Z')).toBe('pages')
  expect(by('2026-11-24T12:00:01Z')).toBeNull()
  // In the west it is still the day before.
  expect(by('2026-11-23T23:00:00-14:00')).toBeNull()
  expect(by('nonsense')).toBeNull()
})

test('a citation names its own instant, and is not kept', () => {
  expect(of('/en/commitments/WOODSIDE-1/cite')?.by).toBeNull()
})

test('a file is asked what its page is asked, and is not kept', () => {
  expect(of('/en/commitments/export/csv?x=1')).toEqual({
    url: '/en/commitments/export/csv',
    isPlain: true,
    by: null,
  })
  expect(of('/zh/charts/steps/svg?x=1&q=a')?.url).toBe('/zh/charts/steps/svg?q=a')
})

test('a dot in a route is a dot', () => {
  expect(of('/en/cardXpng?x=1')).toEqual({ url: '/en/cardXpng?x=1', isPlain: false, by: null })
})
