import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf, unscopedGiveBack, unscopedTakeFromNetwork } from '#lib/auth/networks.ts'
import { deviceOf, unscopedForgive, unscopedTakeTry } from '#lib/auth/patience.ts'

const start = new Date('2026-01-01T00:00:00Z').getTime()
const at = (seconds: number) => new Date(start + seconds * 1000)

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

test('of five hundred accounts tried at once from one place thirty are evaluated, then one a minute', async () => {
  const place = (each: number) => `2001:db8:5:5::${each.toString(16)}`
  const attempt = (each: number, when: Date) =>
    unscopedTakeTry(`stuffed${each}@example.org`, null, when, place(each))
  const waits = await Promise.all(Array.from({ length: 500 }, (_, each) => attempt(each, at(0))))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(30)
  expect(Math.max(...waits)).toBe(60)
  expect(await attempt(501, at(59))).toBe(1)
  expect(await attempt(501, at(60))).toBe(0)
  expect(await attempt(502, at(60))).toBe(60)
  expect(await attempt(503, at(3_600))).toBe(0)
})

test('from a place that is slowed down a known device still gets in, another place does, and other doors are open', async () => {
  const place = '203.0.113.44'
  for (let each = 0; each < 30; each++) await unscopedTakeTry(`many${each}@example.org`, null, at(0), place)
  const owner = 'owner@example.org'
  expect(await unscopedTakeTry(owner, null, at(0), place)).toBe(60)
  expect(await unscopedTakeTry(owner, deviceOf(owner), at(0), place)).toBe(0)
  expect(await unscopedTakeTry(owner, deviceOf('many1@example.org'), at(0), place)).toBe(60)
  expect(await unscopedTakeTry(owner, null, at(0), '203.0.113.45')).toBe(0)
  expect(await unscopedTakeFromNetwork('passkey', place, at(0))).toBe(0)
})

test('a right password gives its own try back and no other', async () => {
  const place = '203.0.113.46'
  for (let each = 0; each < 29; each++) await unscopedTakeTry(`some${each}@example.org`, null, at(0), place)
  for (let each = 0; each < 50; each++) {
    expect(await unscopedTakeTry('right@example.org', null, at(0), place)).toBe(0)
    await unscopedForgive('right@example.org', null, place)
  }
  expect(await unscopedTakeTry('some30@example.org', null, at(0), place)).toBe(0)
  expect(await unscopedTakeTry('right@example.org', null, at(0), place)).toBe(60)
})

test('where no address is known nothing is counted', async () => {
  for (let each = 0; each < 40; each++)
    expect(await unscopedTakeFromNetwork('link', undefined, at(0))).toBe(0)
  await unscopedGiveBack('link')
})
