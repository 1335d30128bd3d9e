import { expect, test } from 'vitest'
import { deviceOf, unscopedForgive, unscopedTakeTry } from '#lib/auth/patience.ts'

const start = new Date('2026-01-01T00:00:00Z').getTime()
const at = (seconds: number) => new Date(start + seconds * 1000)

test('of five hundred guesses at once hardly more than ten are evaluated, and the owner still gets in', async () => {
  const email = 'owner@example.org'
  const waits = await Promise.all(Array.from({ length: 500 }, () => unscopedTakeTry(email, null, at(0))))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
  expect(await unscopedTakeTry(email, deviceOf(email), at(1))).toBe(0)
})

test('five hundred guesses, ten a second, find at most twenty tries', async () => {
  let tries = 0
  for (let guess = 0; guess < 500; guess++)
    if ((await unscopedTakeTry('slow@example.org', null, at(guess / 10))) === 0) tries++
  expect(tries).toBeLessThanOrEqual(20)
})

test('the wait doubles, ends, and is never longer than an hour', async () => {
  const email = 'wait@example.org'
  for (let each = 0; each < 10; each++) await unscopedTakeTry(email, null, at(0))
  expect(await unscopedTakeTry(email, null, at(0))).toBe(1)
  expect(await unscopedTakeTry(email, null, at(1))).toBe(0)
  expect(await unscopedTakeTry(email, null, at(1))).toBe(2)
  let now = 3
  for (let each = 0; each < 20; each++) {
    now += 3_600
    expect(await unscopedTakeTry(email, null, at(now))).toBe(0)
  }
  expect(await unscopedTakeTry(email, null, at(now))).toBe(3_600)
})

test('the right password forgets the failures, and another person’s device is a stranger’s', async () => {
  const email = 'right@example.org'
  for (let each = 0; each < 11; each++) await unscopedTakeTry(email, deviceOf('other@example.org'), at(0))
  expect(await unscopedTakeTry(email, null, at(0))).toBeGreaterThan(0)
  await unscopedForgive(email, null)
  expect(await unscopedTakeTry(email, null, at(0))).toBe(0)
})
