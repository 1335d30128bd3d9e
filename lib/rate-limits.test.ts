import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourMs } from '#lib/dates.ts'
import { afterTry, type Counted, type LimitName, limits, networkOf, unscopedTake } from '#lib/rate-limits.ts'

/** How many of the tries at these instants are allowed, one after the other. */
function allowed(name: LimitName, instants: number[]): number {
  let counted: Counted | null = null
  let count = 0
  for (const at of instants) {
    const after = afterTry(limits[name], counted, at)
    if ('waitMs' in after) continue
    counted = after
    count++
  }
  return count
}

const steadily = (tries: number, everyMs: number) =>
  Array.from({ length: tries }, (_, each) => each * everyMs)
const gaps = fc.array(fc.integer({ min: 0, max: 2 * hourMs }), { maxLength: 60 })
const instantsOf = (between: number[]) => {
  let at = 1_000
  return between.map((gap) => {
    at += gap
    return at
  })
}

describe('the rule', () => {
  test('of a backoff doubles the wait after what is free, to an hour and no further', () => {
    const { free } = limits.password
    expect(allowed('password', steadily(500, 0))).toBe(free)
    const waits = steadily(16, 1).map((more) => afterTry(limits.password, { count: free + more, last: 0 }, 0))
    expect(waits.slice(0, 3)).toEqual([{ waitMs: 1_000 }, { waitMs: 2_000 }, { waitMs: 4_000 }])
    expect(waits.at(-1)).toEqual({ waitMs: hourMs })
  })

  test('of a bucket lets so many through at once, and another each minute', () => {
    const { size } = limits.network
    expect(allowed('network', steadily(500, 0))).toBe(size)
    expect(allowed('network', steadily(600, 1_000))).toBe(size + 9)
  })

  test('of a window lets so many through from its first on, and begins anew when it is over', () => {
    const { most, windowMs } = limits.report
    expect(allowed('report', steadily(100, 1_000))).toBe(most)
    expect(afterTry(limits.report, { count: most, last: 0 }, windowMs / 2)).toEqual({ waitMs: windowMs / 2 })
    expect(afterTry(limits.report, { count: most, last: 0 }, windowMs)).toEqual({ count: 1, last: windowMs })
  })

  test('lets through whoever waits as long as it says, whatever came before', () => {
    for (const name of Object.keys(limits) as LimitName[])
      fc.assert(
        fc.property(gaps, (between) => {
          let counted: Counted | null = null
          for (const at of instantsOf(between)) {
            const after = afterTry(limits[name], counted, at)
            if (!('waitMs' in after)) {
              counted = after
              continue
            }
            expect(after.waitMs).toBeGreaterThan(0)
            expect(afterTry(limits[name], counted, at + after.waitMs)).not.toHaveProperty('waitMs')
            expect(afterTry(limits[name], counted, at + after.waitMs - 1)).toHaveProperty('waitMs')
          }
        }),
      )
  })
})

test('a place is an IPv4 address however it is written, or the first half of an IPv6 address', () => {
  expect(networkOf('::ffff:203.0.113.9')).toBe(networkOf('203.0.113.9'))
  expect(networkOf('203.0.113.9')).not.toBe(networkOf('203.0.113.10'))
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::')
  expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
  expect(networkOf('nonsense')).toBe('unknown')
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      expect(networkOf(address)).toBe(networkOf(networkOf(address)))
    }),
  )
})

test('of many at once as many are let through as of many in a row', async () => {
  const now = new Date()
  const waits = await Promise.all(Array.from({ length: 200 }, () => unscopedTake('report', 'at-once', now)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(limits.report.most)
  expect(new Set(waits)).toEqual(new Set([0, limits.report.windowMs]))
})
