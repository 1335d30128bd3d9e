import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearch, searchWords } from '#lib/search/rules.ts'

test('what cannot be understood is named and left out', () => {
  const { search, faults } = readSearch(
    {
      kind: 'CAT',
      status: 'KEPT',
      from: '2024-02-31',
      page: '0',
      q: 'a\0b',
    },
    'en',
  )
  expect(search).toMatchObject({ kind: '', status: 'KEPT', from: '', page: 1, q: 'ab' })
  expect(faults).toHaveLength(3)
  expect(readSearch({ from: '2024-02-02', to: '2024-02-01' }, 'en').faults).toHaveLength(1)
  expect(readSearch({ q: 'x'.repeat(2_000) }, 'en')).toMatchObject({
    search: { q: '' },
    faults: [expect.any(String)],
  })
})

test.each([
  ['working group', 'working group'],
  ['“working group” -military', '"working group" -military'],
  ['芬太尼 talks', '"芬太 太尼" talks'],
  ['-芬太尼', '-"芬太 太尼"'],
  ['"芬太尼"', '"芬太 太尼"'],
  ['毒', '" 毒 "'],
  ['"fentanyl 芬"', '"fentanyl  芬 "'],
])('%s is asked as %s', (typed, asked) => expect(searchWords(typed)).toBe(asked))

test('whatever is typed can be asked', () => {
  fc.assert(
    fc.property(
      fc.record({ q: fc.string({ unit: 'binary' }), page: fc.string() }, { requiredKeys: [] }),
      (asked) => {
        const { search } = readSearch(
          Object.fromEntries(Object.entries(asked).filter(([, text]) => text !== undefined)),
          'zh',
        )
        expect(search.page).toBeGreaterThan(0)
        expect(searchWords(search.q)).not.toContain('\0')
      },
    ),
  )
})
