import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dashes } from '#components/charts/ribbon.tsx'
import { placesOn } from '#lib/progress/axis.ts'

const axis = { from: '2023-01-01', until: '2024-01-01', on: '2024-01-01' }
const x = placesOn(axis)

/** Where the dashes of a line lie, as Postscript and SVG draw them: dash, gap, dash, from the offset on. */
function drawn({ strokeDasharray, strokeDashoffset }: ReturnType<typeof dashes>): [number, number][] {
  const lengths = strokeDasharray.split(' ').map(Number)
  expect(lengths.length % 2).toBe(0)
  let at = -strokeDashoffset
  return lengths.flatMap((length, nth) => {
    at += length
    return nth % 2 === 0 ? [[at - length, at] as [number, number]] : []
  })
}

test('pieces of a ribbon are dashes where their days lie, and none is too short to see', () => {
  const pieces = [
    { from: '2023-01-01', to: '2023-03-15' },
    { from: '2023-07-02', to: '2023-07-02' },
  ]
  expect(drawn(dashes(pieces, x, 3))).toEqual([
    [0, 200],
    [499, 502],
  ])
})

test('dashes begin where their days lie or where the one before ends, never overlap, and what follows them lies beyond the end of the line', () => {
  const days = fc.array(fc.integer({ min: 0, max: 360 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(days, (starts) => {
      const pieces = starts
        .toSorted((one, other) => one - other)
        .map((start) => new Date(Date.UTC(2023, 0, 1 + start)).toISOString().slice(0, 10))
        .map((day) => ({ from: day, to: day }))
      const made = dashes(pieces, x, 2)
      const found = drawn(made)
      expect(found).toHaveLength(pieces.length)
      for (const [at, [from]] of found.entries())
        expect(from).toBe(Math.max(found[at - 1]?.[1] ?? 0, Math.round(x(pieces[at]?.from ?? '') * 10)))
      expect(made.strokeDasharray.endsWith(' 1000')).toBe(true)
    }),
  )
})
