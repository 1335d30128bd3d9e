import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shelf } from './shelf.ts'

test('what was asked for stays, and what nobody asked for makes room', () => {
  const kept = shelf<number>(3 * 1_401)
  for (const each of [1, 2, 3]) kept.put(String(each), each, 1_000)
  kept.get('1')
  kept.put('4', 4, 1_000)
  expect([1, 2, 3, 4].map((each) => kept.get(String(each)))).toEqual([1, undefined, 3, 4])
})

test('whatever is put in, no more is taken than there is room for, and all of it is counted', () => {
  const act = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6_000 }))
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const kept = shelf<number>(10_000)
      const last = new Map<number, number>()
      for (const [key, bytes] of acts) {
        kept.put(String(key), bytes, bytes)
        last.set(key, bytes)
        const there = [...last].filter(([each]) => kept.get(String(each)) !== undefined)
        expect(there.every(([each, size]) => kept.get(String(each)) === size)).toBe(true)
        const sum = there.reduce((all, [each, size]) => all + size + String(each).length + 400, 0)
        expect(kept.size()).toEqual({ bytes: sum, count: there.length })
        expect(sum).toBeLessThanOrEqual(10_000)
      }
    }),
  )
})

test('what is larger than the shelf is not kept, and what it would have replaced is gone', () => {
  const kept = shelf<string>(2_000)
  kept.put('a', 'small', 100)
  kept.put('a', 'large', 5_000)
  expect(kept.get('a')).toBeUndefined()
  expect(kept.size()).toEqual({ bytes: 0, count: 0 })
})
