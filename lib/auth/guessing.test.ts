import { expect, test } from 'vitest'
import {
  deviceOf,
  unscopedForgive,
  unscopedGiveTriesBack,
  unscopedTakeFromNetwork,
  unscopedTakeTry,
} from '#lib/auth/guessing.ts'

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
  const owner = 'keeper@example.org'
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
  await unscopedGiveTriesBack('link')
})
