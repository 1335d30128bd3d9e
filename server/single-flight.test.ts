import { expect, test, vi } from 'vitest'
import { SingleFlight } from './single-flight.ts'

test('who asks for the same at once shares one result, and who asks later or for another has it made', async () => {
  const flight = new SingleFlight<number>(1_000)
  let count = 0
  const work = async () => ++count
  expect(
    await Promise.all([flight.share('a', work), flight.share('a', work), flight.share('b', work)]),
  ).toEqual([1, 1, 2])
  expect(await flight.share('a', work)).toBe(3)
})

test('what fails fails for all who wait, and is begun again', async () => {
  const flight = new SingleFlight<number>(1_000)
  const fails = () => Promise.reject(new Error('no'))
  const both = [flight.share('a', fails), flight.share('a', fails)]
  for (const each of both) await expect(each).rejects.toThrow('no')
  expect(await flight.share('a', async () => 1)).toBe(1)
})

test('what never ends holds nobody up who asks later, and takes nothing of theirs when it ends after all', async () => {
  vi.useFakeTimers()
  const flight = new SingleFlight<number>(1_000)
  const { promise: late, resolve: end } = Promise.withResolvers<number>()
  const first = flight.share('a', () => late)
  vi.advanceTimersByTime(1_001)
  const { promise: never } = Promise.withResolvers<number>()
  void flight.share('a', () => never)
  end(1)
  expect(await first).toBe(1)
  let isAgain = false
  void flight.share('a', async () => {
    isAgain = true
    return 2
  })
  expect(isAgain).toBe(false)
  vi.useRealTimers()
})
