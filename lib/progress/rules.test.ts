import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#lib/dates.ts'
import { spansOf, stretchesOf } from '#lib/progress/ribbon.ts'
import {
  addTallies,
  agoInWords,
  commitmentInWords,
  inForce,
  type Point,
  scoreInWords,
  scoreOf,
  staleness,
  tallyBy,
  tallyInWords,
  tallyOf,
} from '#lib/progress/rules.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'

const madeOn = '2023-11-15'
const status = fc.constantFrom<Status>(...statusOrder)
const maybe = fc.option(status, { nil: null })
const day = fc.integer({ min: -30, max: 800 }).map((days) => addDays(madeOn, days))
const point = fc.record({ partyId: fc.constantFrom(null, null, 'us', 'cn'), status, occurredOn: day })
const history = fc
  .array(point, { maxLength: 25 })
  .map((each) => each.toSorted((a, b) => a.occurredOn.localeCompare(b.occurredOn)))
const at = (occurredOn: string, status: Status, partyId: string | null = null): Point => ({
  partyId,
  status,
  occurredOn,
})

test('spans tile the time from the promise to the day asked for', () => {
  fc.assert(
    fc.property(history, day, (updates, on) => {
      const spans = spansOf(madeOn, on, updates)
      if (on < madeOn) return void expect(spans).toEqual([])
      expect(spans[0]?.from).toBe(madeOn)
      expect(spans.at(-1)?.to).toBe(on)
      for (const [index, span] of spans.entries()) {
        const next = spans[index + 1]
        if (next) expect([span.to, span.status === next.status]).toEqual([next.from, false])
        if (next) expect(span.from < span.to).toBe(true)
      }
    }),
  )
})

test('on every day the span says what is in force that day', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 800 }), (updates, days) => {
      const on = addDays(madeOn, days)
      const known = updates.filter((update) => update.occurredOn <= on)
      expect(spansOf(madeOn, on, updates).at(-1)?.status).toBe(inForce(known).overall?.status ?? null)
      const then = spansOf(madeOn, addDays(madeOn, 801), updates).find(
        (span) => span.from <= on && on < span.to,
      )
      expect(then?.status).toBe(inForce(known).overall?.status ?? null)
    }),
  )
})

test('stale stretches lie within the ribbon, apart, and end with staleness today', () => {
  fc.assert(
    fc.property(history, day, fc.integer({ min: 1, max: 400 }), (updates, on, every) => {
      const stretches = stretchesOf(madeOn, on, every, updates)
      for (const [index, stretch] of stretches.entries()) {
        expect(stretch.from > madeOn && stretch.from < stretch.to && stretch.to <= on).toBe(true)
        const next = stretches[index + 1]
        if (next) expect(stretch.to <= next.from).toBe(true)
      }
      const last = updates.filter((each) => each.occurredOn <= on).at(-1)?.occurredOn ?? madeOn
      const { isStale } = staleness(last < madeOn ? madeOn : last, every, on)
      // A silence broken on the very day ends there too, and nothing is stale any more.
      expect(stretches.at(-1)?.to === on && last !== on).toBe(isStale)
    }),
  )
})

test('silence is stale on the day after the interval, not on its last', () => {
  expect(staleness('2024-01-01', 90, '2024-03-31')).toEqual({
    isStale: false,
    sinceOn: '2024-03-31',
    days: 90,
  })
  expect(staleness('2024-01-01', 90, '2024-04-01')).toMatchObject({ isStale: true, days: 91 })
})

test('tallies sum, apart and together', () => {
  fc.assert(
    fc.property(fc.array(maybe), fc.array(maybe), (one, other) => {
      const both = tallyOf([...one, ...other])
      expect(addTallies(tallyOf(one), tallyOf(other))).toEqual(both)
      const sum = statusOrder.reduce((all, each) => all + both.counts[each], both.none)
      expect([sum, both.total]).toEqual([one.length + other.length, one.length + other.length])
      const split = tallyBy(
        [...one, ...other],
        (each) => each ?? 'none',
        (each) => each,
      )
      expect([...split.values()].reduce((all, each) => all + each.total, 0)).toBe(both.total)
    }),
  )
})

test('a score lies between −1 and +1, and is none where nothing has a status', () => {
  fc.assert(
    fc.property(fc.array(maybe), (each) => {
      const { value, counted, leftOut } = scoreOf(tallyOf(each))
      expect(counted + leftOut).toBe(each.length)
      if (counted === 0) expect(value).toBeNull()
      else expect(value !== null && value >= -1 && value <= 1).toBe(true)
    }),
  )
  expect(scoreOf(tallyOf(['KEPT', 'UNDER_WAY', 'BROKEN', 'KEPT', null]))).toEqual({
    value: 0.25,
    counted: 4,
    leftOut: 1,
  })
  expect([
    scoreInWords(0.25, 'en'),
    scoreInWords(-0.5, 'en'),
    scoreInWords(0, 'en'),
    scoreInWords(-0.001, 'en'),
    scoreInWords(null, 'en'),
    scoreInWords(null, 'zh'),
  ]).toEqual(['+0.25', '−0.50', '0.00', '0.00', 'no score', '暂无得分'])
})

test('a party’s own update is news, but leaves the overall status alone', () => {
  const updates = [at('2023-12-01', 'UNDER_WAY'), at('2024-02-01', 'BROKEN', 'us')]
  expect(spansOf(madeOn, '2024-03-01', updates).map((span) => span.status)).toEqual([null, 'UNDER_WAY'])
  expect(inForce(updates).byParty.get('us')?.status).toBe('BROKEN')
  expect(stretchesOf(madeOn, '2024-03-01', 60, updates)).toEqual([{ from: '2024-01-30', to: '2024-02-01' }])
})

test('the answer is a sentence, in either language', () => {
  const tally = tallyOf(['KEPT', 'UNDER_WAY', 'UNDER_WAY', null])
  expect(tallyInWords(tally, 'en')).toBe(
    'Of 4 commitments, 1 is kept, 2 are under way and 1 has no update yet.',
  )
  expect(tallyInWords(tally, 'zh')).toBe('4项承诺中，1项已兑现，2项进行中，1项尚无状态更新。')
  expect(tallyInWords(tallyOf(['BROKEN']), 'en')).toBe('Of 1 commitment, 1 is broken.')
  expect(tallyInWords(tallyOf([]), 'en')).toBe('No commitment is recorded yet.')
  expect(agoInWords('2024-05-14', '2024-05-17', true, 'en')).toBe('3 days ago')
  expect(agoInWords('2024-05-14', '2024-05-14', true, 'en')).toBe('today')
  expect(agoInWords('2022-05-14', '2024-05-17', false, 'en')).toBe('2 years before')
  expect(agoInWords('2024-03-01', '2024-05-17', true, 'zh')).toBe('3个月前')
  expect(daysBetween('2024-05-14', '2024-05-17')).toBe(3)
})

test('a commitment’s sentence says since when there is no news, and when that is too long', () => {
  const line = (updates: Point[]) => ({ madeOn, reviewEveryDays: 90, updates })
  const clock = { on: '2024-05-17', isNow: true }
  const said = [at('2024-05-14', 'UNDER_WAY')]
  expect(commitmentInWords(line(said), clock, 'en')).toBe('The latest update was 3 days ago.')
  expect(commitmentInWords(line(said), clock, 'zh')).toBe('最近一次状态更新是在3天前。')
  expect(commitmentInWords(line([]), clock, 'en')).toBe(
    'Promised 6 months ago, with no update since, longer than the 90 days after which it is stale.',
  )
  expect(commitmentInWords(line([]), { ...clock, on: '2023-11-01' }, 'zh')).toBe(
    '当时尚未作出这项承诺：承诺作出于2023年11月15日。',
  )
})
