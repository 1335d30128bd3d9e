import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMs } from '#lib/dates.ts'
import { findingInWords, nextCheckAt, outcomeOfFault, outcomeOfText } from '#lib/live-checks/rules.ts'

const publishedAt = new Date('2026-01-01T00:00:00Z')
const after = (days: number) => new Date(publishedAt.getTime() + days * dayMs)
const seen = (days: number, outcome: 'SAME' | 'FAILED' = 'SAME', retryAt: Date | null = null) => ({
  at: after(days),
  outcome,
  retryAt,
})
const waited = (checks: ReturnType<typeof seen>[], id = 'a') =>
  (nextCheckAt({ id, publishedAt, checks }).getTime() - (checks[0]?.at ?? publishedAt).getTime()) / dayMs

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
  expect(nextCheckAt({ id: 'a', publishedAt, checks: [seen(3, 'FAILED', after(9))] })).toEqual(after(9))
})

test('what a check finds is the same, changed, gone, walled or failed', () => {
  expect(outcomeOfFault('status-410')).toBe('GONE')
  expect(outcomeOfFault('login-wall')).toBe('WALLED')
  expect(outcomeOfFault('timeout')).toBe('FAILED')
  const same = { isEqual: false, isOtherReading: false, quotes: 2, held: 2, kept: 1, shrunkTo: 1 }
  expect(outcomeOfText({ ...same, isEqual: true })).toBe('SAME')
  expect(outcomeOfText(same)).toBe('CHANGED')
  expect(outcomeOfText({ ...same, held: 0, kept: 0.1, shrunkTo: 0.2 })).toBe('WALLED')
  expect(outcomeOfText({ ...same, held: 1, kept: 0.1, shrunkTo: 0.2 })).toBe('CHANGED')
})

test('another reading of the same page is told by its quotes, or by most of its text where there are none', () => {
  const other = { isEqual: false, isOtherReading: true, quotes: 2, held: 2, kept: 0.5, shrunkTo: 1.3 }
  expect(outcomeOfText(other)).toBe('SAME')
  expect(outcomeOfText({ ...other, held: 1 })).toBe('CHANGED')
  expect(outcomeOfText({ ...other, quotes: 0, held: 0 })).toBe('CHANGED')
  expect(outcomeOfText({ ...other, quotes: 0, held: 0, kept: 0.95 })).toBe('SAME')
})

test('what the checks come to is one sentence, and failures since then are a second', () => {
  const found = { at: after(3), outcome: 'CHANGED' as const, isOther: true, quotes: 3, held: 1 }
  const failing = { since: after(5), times: 2 }
  expect(findingInWords({ found, failing })).toBe(
    'The live page changed after this was archived: 2 of 3 quoted passages are no longer there; the archived copy stays (looked at on 4 January 2026). Since 6 January 2026 it could not be looked at.',
  )
  expect(findingInWords({ found: null, failing })).toBe(
    'The live page could not be looked at since 6 January 2026; the archived copy stays.',
  )
  const said = (change: object) => findingInWords({ found: { ...found, ...change }, failing: null })
  expect(said({ held: 3 })).toContain('but still holds every passage quoted from it (looked')
  expect(said({ held: 0 })).toContain('archived: all 3 quoted passages are no longer there; the')
  expect(said({ quotes: 1, held: 0 })).toContain(
    'archived: the passage quoted from it stands there no longer;',
  )
  expect(said({ outcome: 'SAME', isOther: false })).toContain('still says what was archived (looked')
  expect(said({ outcome: 'SAME' })).toContain('still holds every passage quoted from it (looked')
})
