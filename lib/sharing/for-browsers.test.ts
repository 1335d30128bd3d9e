import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { languages } from '#lib/languages.ts'
import { openSearch } from './opensearch.ts'
import { securityTxt } from './security-txt.ts'

const base = 'https://tracker.example'
const contact = 'mailto:security@tracker.example'

/** The fields of a security.txt, by their names. */
const fields = (text: string | null) =>
  Object.fromEntries((text ?? '').split('\n').flatMap((line) => (line ? [line.split(': ', 2)] : [])))

test('security.txt names the contact of the settings and where it stands', () => {
  expect(fields(securityTxt(base, contact, new Date('2026-11-24T12:00:00Z')))).toEqual({
    Contact: contact,
    Expires: '2027-05-23T00:00:00Z',
    'Preferred-Languages': 'en, zh',
    Canonical: 'https://tracker.example/.well-known/security.txt',
  })
})

test('whenever security.txt is asked for, it holds for months more, and for less than a year', () => {
  const month = 30 * 86_400_000
  const at = fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(at, (now) => {
      const left = Date.parse(fields(securityTxt(base, contact, now)).Expires ?? '') - now.getTime()
      expect(left).toBeGreaterThan(5 * month)
      expect(left).toBeLessThan(12 * month)
    }),
  )
})

test('where nobody is named there is no security.txt', () => {
  expect(securityTxt(base, undefined, new Date())).toBeNull()
})

test.each(languages)('a browser that searches in %s is led to the search in that language', (language) => {
  const xml = openSearch(base, language)
  expect(xml).toContain(`template="https://tracker.example/${language}/search?q={searchTerms}"`)
  const [, name = ''] = /<ShortName>(.*)<\/ShortName>/.exec(xml) ?? []
  const [, description = ''] = /<Description>(.*)<\/Description>/.exec(xml) ?? []
  // What the description of OpenSearch allows.
  expect(name.length).toBeGreaterThan(0)
  expect(name.length).toBeLessThanOrEqual(16)
  expect(description.length).toBeLessThanOrEqual(1024)
  expect(parseFragment(xml).childNodes.length).toBeGreaterThan(0)
})
