import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dateInWords, dayOf, daysBetween, daysOf, edtf, firstDay, isDay } from '#lib/dates.ts'

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(dayOf)

test('only dates that exist are days', () => {
  for (const good of ['2024-02-29', '1999-12-31']) expect(isDay(good)).toBe(true)
  for (const bad of [
    '2023-02-29',
    '2024-13-01',
    '24-01-01',
    '2024-1-1',
    '0999-01-01',
    '',
    '2024-01-01T00:00:00Z',
  ])
    expect(isDay(bad)).toBe(false)
})

test('days are counted as the clock counts them', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(daysOf(day)).toBe(Date.parse(day) / 86_400_000)
    }),
  )
})

test('adding days and counting them undo each other', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -9999, max: 9999 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count)
    }),
  )
})

test('a date is said only as precisely as it is known', () => {
  expect(dateInWords('2024-05-14')).toBe('14 May 2024')
  expect(dateInWords('2024-05-01', 'MONTH')).toBe('May 2024')
  expect(dateInWords('2024-01-01', 'YEAR')).toBe('2024')
  expect(edtf('2024-05-01', 'MONTH')).toBe('2024-05')
  expect(firstDay('2024-05-14', 'MONTH')).toBe('2024-05-01')
})
