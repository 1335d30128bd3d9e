import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cited, citationFormats } from '#lib/citations/rules.ts'

const readout: Cited = {
  key: 'readout-2024',
  title: 'Readout of the 3rd meeting: costs & "next" steps_100%',
  author: 'The White House',
  publisher: 'The White House',
  issued: { day: '2024-04-26', precision: 'DAY' },
  address: 'https://example.org/a_b?c=1',
  accessed: '2026-11-24',
  archived: { address: 'https://tracker.example/articles/x', sha256: 'ab'.repeat(32) },
  language: 'en',
}

test('BibTeX keeps the case of the title and escapes what TeX would take for itself', () => {
  const written = citationFormats.bibtex.write(readout)
  expect(written).toContain('title = {{Readout of the 3rd meeting: costs \\& "next" steps\\_100\\%}},')
  expect(written).toContain('date = {2024-04-26},')
  expect(written).toContain('url = {https://example.org/a_b?c=1},')
  expect(written.match(/\{/g)).toHaveLength(written.match(/\}/g)?.length ?? 0)
})

test('RIS names dates with slashes and ends its record', () => {
  const written = citationFormats.ris.write({ ...readout, issued: { day: '2024-04-01', precision: 'MONTH' } })
  expect(written).toContain('DA  - 2024/04/\r\n')
  expect(written.endsWith('ER  - \r\n')).toBe(true)
})

test('CSL-JSON holds dates as numbers and only what is known', () => {
  const [item] = JSON.parse(citationFormats.csl.write({ ...readout, author: null, issued: null }))
  expect(item).toMatchObject({ type: 'webpage', accessed: { 'date-parts': [[2026, 11, 24]] } })
  expect(item).not.toHaveProperty('author')
  expect(item).not.toHaveProperty('issued')
})

test('Chicago and GB/T 7714 are sentences to paste', () => {
  const bare = { ...readout, title: 'Readout', archived: null }
  expect(citationFormats.chicago.write(bare)).toBe(
    'The White House. “Readout.” April 26, 2024. https://example.org/a_b?c=1.\n',
  )
  expect(citationFormats.chicago.write({ ...bare, author: null, publisher: null, issued: null })).toBe(
    '“Readout.” Accessed November 24, 2026. https://example.org/a_b?c=1.\n',
  )
  expect(citationFormats.gbt7714.write(bare)).toBe(
    'The White House. Readout[EB/OL]. (2024-04-26)[2026-11-24]. https://example.org/a_b?c=1.\n',
  )
})

test('whatever a title holds, RIS stays a tag a line and CSL stays JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const lines = citationFormats.ris
        .write({ ...readout, title })
        .split('\r\n')
        .slice(0, -1)
      expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true)
      expect(JSON.parse(citationFormats.csl.write({ ...readout, title }))[0].title).toBe(title)
    }),
  )
})
