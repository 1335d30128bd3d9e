import { expect, test } from 'vitest'
import { isStillOn, takesPasskeys } from '#lib/auth/rules.ts'

const now = new Date('2026-11-24T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const session = (created: number, updated: number) => ({
  createdAt: hoursAgo(created),
  updatedAt: hoursAgo(updated),
})

test('who can publish is signed out after an idle hour and after half a day; an analyst later', () => {
  expect(isStillOn('REVIEWER', session(3, 1), now)).toBe(true)
  expect(isStillOn('REVIEWER', session(3, 1.2), now)).toBe(false)
  expect(isStillOn('ADMIN', session(12.1, 0), now)).toBe(false)
  expect(isStillOn('ANALYST', session(30, 5), now)).toBe(true)
  expect(isStillOn('ANALYST', session(30, 13), now)).toBe(false)
  expect(isStillOn('ANALYST', session(24 * 7 + 1, 0), now)).toBe(false)
})

test.each([
  ['https://tracker.example', true],
  ['http://localhost:3000', true],
  ['http://desk.localhost:3000', true],
  ['http://tracker.example', false],
  ['https://192.0.2.1', false],
  ['https://[2001:db8::1]', false],
])('passkeys at %s: %s', (baseUrl, isTaken) => expect(takesPasskeys(baseUrl)).toBe(isTaken))
