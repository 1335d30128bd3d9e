import { expect, test } from 'vitest'
import { runAfter } from './run-after.ts'

/** Work that ends when it is told to, and says the how manieth it was. */
function told() {
  const ends: (() => void)[] = []
  const work = async () => {
    const nth = ends.length
    await new Promise<void>((resolve) => ends.push(resolve))
    if (nth === 1) throw new Error('the second fails')
    return nth
  }
  return { ends, ask: runAfter(work) }
}

test('who asks while it runs gets the next run, and shares it with all who ask meanwhile', async () => {
  const { ends, ask } = told()
  const first = ask()
  const [second, third] = [ask(), ask()]
  expect(ends).toHaveLength(1)
  ends[0]?.()
  expect(await first).toBe(0)
  await expect.poll(() => ends.length).toBe(2)
  const fourth = ask()
  ends[1]?.()
  await expect(second).rejects.toThrow('the second fails')
  await expect(third).rejects.toThrow('the second fails')
  // A run that failed is followed all the same.
  await expect.poll(() => ends.length).toBe(3)
  ends[2]?.()
  expect(await fourth).toBe(2)
})
