import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextLookAt, outcomeOfFault, outcomeOfText } from '#lib/looks/rules.ts'

const dayMs = 86_400_000
const publishedAt = new Date('2026-01-01T00:00:00Z')
const after = (days: number) => new Date(publishedAt.getTime() + days * dayMs)
const seen = (days: number, outcome: 'SAME' | 'FAILED' = 'SAME', retryAt: Date | null = null) => ({
  at: after(days),
  outcome,
  retryAt,
})
const waited = (looks: ReturnType<typeof seen>[], id = 'a') =>
  (nextLookAt({ id, publishedAt, looks }).getTime() - (looks[0]?.at ?? publishedAt).getTime()) / dayMs

test('a page is looked at daily, then weekly, then monthly, each a fifth more or less', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.double({ min: 0, max: 2_000, noNaN: true }), (id, days) => {
      const usual = days < 7 ? 1 : days < 90 ? 7 : 30
      const wait = waited([seen(days)], id)
      expect(wait).toBeGreaterThanOrEqual(usual * 0.8 - 0.001)
      expect(wait).toBeLessThanOrEqual(usual * 1.2 + 0.001)
    }),
  )
})

test('pages published together are not looked at together', () => {
  const ids = Array.from({ length: 200 }, (_, at) => `page-${at}`)
  expect(new Set(ids.map((id) => waited([seen(1)], id))).size).toBeGreaterThan(190)
})

test('after a failure the page is tried sooner, later each time, and never more often than its rhythm', () => {
  const once = waited([seen(100, 'FAILED'), seen(70)])
  const twice = waited([seen(100, 'FAILED'), seen(99.9, 'FAILED'), seen(70)])
  const often = waited([
    seen(100, 'FAILED'),
    seen(99, 'FAILED'),
    seen(98, 'FAILED'),
    seen(97, 'FAILED'),
    seen(70),
  ])
  expect(once).toBeLessThan(0.06)
  expect(twice).toBeGreaterThan(once)
  expect(often).toBeGreaterThan(20)
})

test('a site that asked for time gets it', () => {
  expect(nextLookAt({ id: 'a', publishedAt, looks: [seen(3, 'FAILED', after(9))] })).toEqual(after(9))
})

test('what a look finds is the same, changed, gone, walled or failed', () => {
  expect(outcomeOfFault('status-410')).toBe('GONE')
  expect(outcomeOfFault('login-wall')).toBe('WALLED')
  expect(outcomeOfFault('timeout')).toBe('FAILED')
  const text = 'They met. '.repeat(50)
  expect(outcomeOfText(text, text, 1, 1)).toBe('SAME')
  expect(outcomeOfText(text, `${text}Later.`, 1, 1)).toBe('CHANGED')
  expect(outcomeOfText(text, 'Subscribe to read on.', 0, 1)).toBe('WALLED')
  expect(outcomeOfText(text, 'They met.', 1, 1)).toBe('CHANGED')
})
