import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageTexts, nextTry, withLink } from '#lib/outbox/rules.ts'
import { invitationState, isLastAdmin } from '#lib/people/rules.ts'

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const maybe = fc.option(day)

test('an invitation is open only while nobody used it, nobody took it back, and its time has not come', () => {
  fc.assert(
    fc.property(day, maybe, maybe, day, (expiresAt, acceptedAt, withdrawnAt, now) => {
      const isOpen = invitationState({ expiresAt, acceptedAt, withdrawnAt }, now) === 'open'
      expect(isOpen).toBe(!acceptedAt && !withdrawnAt && now < expiresAt)
    }),
  )
})

test('taking one away leaves an administrator, unless it was the last', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(ids, fc.constantFrom('a', 'b', 'c', 'd'), (admins, id) => {
      const left = admins.filter((each) => each !== id)
      expect(isLastAdmin(admins, id)).toBe(admins.length > 0 && left.length === 0)
    }),
  )
})

test('a message is tried five times in all, later each time, and not at all once it is refused for good', () => {
  const now = new Date('2026-11-24T00:00:00Z')
  const tries = [1, 2, 3, 4, 5].map((attempts) => nextTry(attempts, 451, now)?.getTime() ?? null)
  expect(tries).toEqual(
    [1, 5, 30, 120].map((minutes) => now.getTime() + minutes * 60_000).concat([null] as never),
  )
  expect(nextTry(1, 550, now)).toBeNull()
})

test('whatever a name says, the link stands in its own place, once', () => {
  const link = 'https://desk.example.org/invitation?token=s3cret'
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]{1,40}$/), (by) => {
      const { text } = messageTexts.invitation({ by: `${by}{link}$&`, role: 'analyst', endsAt: new Date(0) })
      const lines = withLink(text, link).split('\n')
      expect(lines.filter((line) => line.includes('s3cret'))).toEqual([link])
    }),
  )
})
