import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf, scoreData, stepsData } from '#lib/charts/chart-data.ts'
import { chartSvg } from '#lib/charts/draw.ts'
import { chartFile } from '#lib/charts/file.ts'
import { pngOf } from '#lib/charts/png.ts'
import { chartTable } from '#lib/charts/present.ts'
import { rasterise } from '#lib/charts/resvg.ts'
import { type ChartData, describeChart, tableRows } from '#lib/charts/rules.ts'
import type { CommitmentLine } from '#lib/commitments/read.ts'
import { addDays } from '#lib/dates.ts'
import { axisOf } from '#lib/progress/axis.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'
import { RUNS } from '#testing/runs.ts'

const first = '2023-11-15'
const on = '2025-06-01'
const party = { id: 'us', code: 'US', name: { en: 'United States', zh: '美国' } }
const day = fc.integer({ min: 0, max: 600 }).map((days) => addDays(first, days))
const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom('</svg>&"\'', '=1+1', '芬太尼前体'),
)
const update = fc.record({
  id: fc.uuid(),
  partyId: fc.constantFrom(null, 'us'),
  status: fc.constantFrom<Status>(...statusOrder),
  occurredOn: day,
  precision: fc.constant('DAY' as const),
})
const line: fc.Arbitrary<CommitmentLine> = fc
  .record({ title: words, area: words, updates: fc.array(update, { maxLength: 6 }), ref: fc.nat(9_999) })
  .map(({ title, area, updates, ref }) => ({
    id: String(ref),
    ref: `W-${ref}`,
    title: { en: title },
    madeOn: first,
    reviewEveryDays: 90,
    area: { slug: 'area', name: { en: area } },
    summit: { slug: 'woodside', name: { en: 'Woodside' } },
    parties: [party],
    updates: updates.toSorted((a, b) => a.occurredOn.localeCompare(b.occurredOn)),
  }))

function drawingsOf(lines: CommitmentLine[]): ChartData[] {
  const { overall, own, areas, parties } = groupsOf(lines)
  return [
    { chart: 'ribbons', lines, axis: axisOf(lines, on, on) },
    stepsData(lines, on, on),
    scoreData(lines, on, on),
    { chart: 'parts', overall, own },
    { chart: 'areas', counted: areas },
    { chart: 'parties', counted: parties },
  ]
}

const presented = (drawing: ChartData, language: 'en' | 'zh' = 'en') => ({
  drawing,
  language,
  clocks: { on, known: new Date('2025-06-01T12:00:00Z'), isNow: false },
  address: 'https://example.org/en/charts/steps?summit=a&on=2025-06-01',
  summit: { slug: 'woodside', name: { en: 'Woodside & <co>' } },
  sources: { updates: 3, articles: 2 },
})

test('every chart is well-formed SVG that names itself, whatever people wrote', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom('en', 'zh'), (lines, language) => {
      for (const drawing of drawingsOf(lines)) {
        const svg = chartSvg(presented(drawing, language))
        // The renderer reads XML by the letter: what is malformed, it refuses.
        const fitTo = { mode: 'width', value: 240 } as const
        const [width, height] = rasterise(svg, { fitTo }, (image) => [image.width, image.height] as const)
        expect([width, height > 20]).toEqual([240, true])
        expect(svg).toMatch(/<title id="title">.+<\/title><desc id="desc">.+<\/desc>/s)
        expect(svg).not.toMatch(/var\(--|NaN|undefined|Infinity/)
      }
    }),
    { numRuns: 40 * RUNS },
  )
})

test('a chart’s table has as many rows as the page says, each as long as its head, and words for all of it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      for (const drawing of drawingsOf(lines)) {
        const { columns, rows } = chartTable(drawing)
        expect([drawing.chart, rows.length]).toEqual([drawing.chart, tableRows(drawing)])
        expect(rows.every((row) => row.length === columns.length)).toBe(true)
        expect(describeChart(drawing, 'en')).not.toBe('')
      }
    }),
  )
})

test('CSV begins with a byte order mark and runs no formula, JSON says what it is of', async () => {
  const counted = [{ key: '=cmd()', name: { en: '@sum' }, tally: groupsOf([]).overall }]
  const chart = presented({ chart: 'areas', counted })
  const csv = String((await chartFile(chart, 'csv'))?.body)
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(csv).toContain("\n'=cmd(),'@sum,")
  const file = await chartFile(chart, 'json')
  expect(file?.name).toBe('woodside-areas-2025-06-01-en.json')
  expect(JSON.parse(String(file?.body))).toMatchObject({
    chart: 'areas',
    on,
    known: '2025-06-01T12:00:00.000Z',
    sources: { updates: 3, articles: 2 },
    total: 1,
    rows: [{ key: '=cmd()', name_en: '@sum', total: 0 }],
  })
})

test('a PNG has Chinese in it on a machine without fonts', async () => {
  const png = async (name: string) => {
    const drawing: ChartData = {
      chart: 'areas',
      counted: [{ key: 'a', name: { zh: name }, tally: groupsOf([]).overall }],
    }
    return Buffer.from((await chartFile(presented(drawing, 'zh'), 'png'))?.body ?? '')
  }
  const [one, other] = [await png('芬太尼'), await png('人文交流')]
  expect(one.subarray(1, 4).toString()).toBe('PNG')
  expect([one.readUInt32BE(16), one.readUInt32BE(20) > 200]).toEqual([1800, true])
  // Signs without a font would all be drawn as nothing, and any two names as the same picture.
  expect(one.equals(other)).toBe(false)
})

test('a picture is bounded however tall it is, and made once for those who ask for the same', async () => {
  const svg = (height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 ${height}"><rect width="9" height="9"/></svg>`
  const [one, same] = [pngOf(svg(40_000)), pngOf(svg(40_000))]
  expect(await one).toBe(await same)
  const png = Buffer.from((await one) ?? '')
  expect(png.readUInt32BE(16) * png.readUInt32BE(20)).toBeLessThanOrEqual(12e6)
})
