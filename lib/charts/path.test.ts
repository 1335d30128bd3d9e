import { area, curveStepAfter, line } from 'd3-shape'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { svgPathData } from '#lib/charts/path.ts'

type Corner = [number, number]

/** The corners that a path turns at: none twice, none amid a straight run along an axis. */
function cornersOf(path: string): Corner[][] {
  const outlines: Corner[][] = []
  let [x, y] = [0, 0]
  for (const [, letter = '', one = '0', other = '0'] of path.matchAll(
    /([MLlHhVvZz])(?:(-?[\d.]+)(?:[ ,](-?[\d.]+))?)?/g,
  )) {
    if (/z/i.test(letter)) continue
    if (letter === 'M') outlines.push([])
    if (letter === 'M' || letter === 'L') [x, y] = [Number(one), Number(other)]
    else if (letter === 'H') x = Number(one)
    else if (letter === 'V') y = Number(one)
    else if (letter === 'h') x += Number(one)
    else if (letter === 'v') y += Number(one)
    else [x, y] = [x + Number(one), y + Number(other)]
    const corners = outlines.at(-1) ?? []
    const at: Corner = [Math.round(x * 10) + 0, Math.round(y * 10) + 0]
    const runs = ([before, last]: Corner[]) =>
      [0, 1].some((axis) => before?.[axis] === last?.[axis] && last?.[axis] === at[axis])
    while (corners.length && String(corners.at(-1)) === String(at)) corners.pop()
    while (corners.length > 1 && runs(corners.slice(-2))) corners.pop()
    if (String(corners.at(-1)) !== String(at)) corners.push(at)
  }
  return outlines
}

const points = fc
  .array(fc.tuple(fc.nat(6000), fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 60 })
  .map((all) =>
    all
      .toSorted(([one], [other]) => one - other)
      .map(([x, low, more]) => ({ x: x / 10, low: low * 5, high: (low + more) * 2.5 })),
  )

test('a short path turns at the same corners as the long one, and is never longer', () => {
  const shape = area<{ x: number; low: number; high: number }>()
    .x(({ x }) => x)
    .y0(({ low }) => low)
    .y1(({ high }) => high)
    .curve(curveStepAfter)
  const straight = () =>
    line<{ x: number; low: number }>()
      .x(({ x }) => x)
      .y(({ low }) => low)
  fc.assert(
    fc.property(points, (each) => {
      for (const draw of [shape, straight(), straight().curve(curveStepAfter)]) {
        draw.context(null)
        const long = draw(each) ?? ''
        const short = svgPathData(draw, each)
        expect(cornersOf(short)).toEqual(cornersOf(long))
        expect(short.length).toBeLessThanOrEqual(long.length)
      }
    }),
    // A lone point: back to where it began is shorter said by its end (V0) than by how far that is (v-7.5).
    { examples: [[[{ x: 0, low: 0, high: 7.5 }]]] },
  )
})

test('errors of rounding never add up', () => {
  const zigzag = Array.from({ length: 1001 }, (_, at): Corner => [at * 0.049, at % 2])
  expect(cornersOf(svgPathData(line(), zigzag))[0]?.at(-1)?.[0]).toBe(490)
})
