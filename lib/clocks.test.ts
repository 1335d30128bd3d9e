import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClocks } from '#lib/clocks.ts'
import { isDay } from '#lib/dates.ts'
import { languages } from '#lib/languages.ts'

const now = new Date('2026-03-10T12:00:00Z')

test('clocks are now unless asked otherwise', () => {
  expect(readClocks({}, now, 'en')).toEqual({ on: '2026-03-10', known: now, isNow: true })
  expect(readClocks({ on: '', known: '' }, now, 'en')).toEqual({ on: '2026-03-10', known: now, isNow: true })
})

test('a known day means its last instant, and today means now', () => {
  expect(readClocks({ known: '2024-05-20' }, now, 'en')).toMatchObject({
    known: new Date('2024-05-20T23:59:59.999Z'),
  })
  expect(readClocks({ known: '2026-03-10' }, now, 'en')).toMatchObject({ known: now })
  expect(readClocks({ known: '2024-05-20T10:00:00+02:00' }, now, 'en')).toMatchObject({
    known: new Date('2024-05-20T08:00:00Z'),
  })
})

test('anything else asked of a clock is answered by a sentence', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readClocks({ on: text }, now, 'en')
      expect('fault' in read || read.on === '2026-03-10' || isDay(text)).toBe(true)
    }),
  )
  for (const asked of [
    { on: '2026-03-11' },
    { known: '2027-01-01' },
    { known: '2024-02-30T00:00:00Z' },
    { known: '2024-02-03T25:00:00Z' },
  ])
    for (const language of languages) expect(readClocks(asked, now, language)).toHaveProperty('fault')
})
