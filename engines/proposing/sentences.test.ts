import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from '#engines/proposing/sentences.ts'
import { RUNS } from '#testing/runs.ts'

const split = (text: string) => sentences(text).map((each) => each.text)

test.each([
  ['Mr. Berg met Dr. Lie. They spoke.', ['Mr. Berg met Dr. Lie.', 'They spoke.']],
  ['The U.S. Government acted. It did.', ['The U.S. Government acted.', 'It did.']],
  ['They met in the U.S. The talks went well.', ['They met in the U.S.', 'The talks went well.']],
  ['They met in Washington, D.C. Both sides spoke.', ['They met in Washington, D.C.', 'Both sides spoke.']],
  ['Talks began at 9 a.m. on Monday.', ['Talks began at 9 a.m. on Monday.']],
  [
    'John F. Holm and A. B. Dahl signed No. 4 of 2025.',
    ['John F. Holm and A. B. Dahl signed No. 4 of 2025.'],
  ],
  ['It fell by 3.5 percent. Then it rose.', ['It fell by 3.5 percent.', 'Then it rose.']],
  ['“We will go.” She left.', ['“We will go.”', 'She left.']],
  ['She asked “Why now?” and left.', ['She asked “Why now?” and left.']],
  ['The end came.[3] Nobody knew.', ['The end came.[3]', 'Nobody knew.']],
  ['双方举行会谈。会谈坦诚。', ['双方举行会谈。', '会谈坦诚。']],
  ['他说：“我们同意。”随后离开。', ['他说：“我们同意。”', '随后离开。']],
  ['为什么？因为如此！好。', ['为什么？', '因为如此！', '好。']],
  ['• Hold talks\n• Sign the text', ['Hold talks', 'Sign the text']],
  ['1. Hold talks.\n2. Sign.', ['Hold talks.', 'Sign.']],
  ['A heading\nA sentence. Another', ['A heading', 'A sentence.', 'Another']],
  ['  \n\n  ', []],
  ['', []],
])('%j', (text, expected) => {
  expect(split(text)).toEqual(expected)
})

test('a list without a full stop is cut at its semicolons once it is too long to read', () => {
  const clause = `${'to keep the talks open between all of the offices concerned '.repeat(3).trim()};`
  expect(split(Array(8).fill(clause).join(' ')).length).toBe(8)
})

test('a text without any end is cut before it grows too long to quote', () => {
  const text = 'word '.repeat(5000)
  expect(Math.max(...split(text).map((each) => each.length))).toBeLessThanOrEqual(2000)
  expect(split('字'.repeat(5000)).join('')).toBe('字'.repeat(5000))
})

test('a line of nothing but abbreviations takes no time', () => {
  const begun = performance.now()
  split('Mr. '.repeat(100_000))
  expect(performance.now() - begun).toBeLessThan(5000)
})

const piece = fc.constantFrom(
  'The U.S. ',
  'Dr. ',
  '。',
  '！',
  '? ',
  '. ',
  '.”',
  '\n',
  '; ',
  '• ',
  '会谈',
  'AI',
  '\u{1F600}',
  'e\u0301',
  '\u00a0',
  '1. ',
  'word ',
)

test('every sentence is a slice of the text, in order, and between them stand only spaces and list marks', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      let last = 0
      for (const each of sentences(text)) {
        expect(text.slice(each.start, each.end)).toBe(each.text)
        expect(each.text.trim()).toBe(each.text)
        expect(text.slice(last, each.start)).toMatch(/^\s*(?:\S{1,7}\s+)?$/)
        last = each.end
      }
      expect(text.slice(last).trim()).toBe('')
    }),
    { numRuns: 500 * RUNS },
  )
})
