import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctWords } from '#engines/text/distinct-words.ts'

const own = (text: string, others: string[], language = 'en') =>
  distinctWords(text, others, language).flatMap((part) => (part.isOwn ? [part.text] : []))

test('a word is one side’s own when no other side used it, whatever its ending', () => {
  expect(own('They cooperate on fentanyl precursors.', ['Cooperation on precursor chemicals.'])).toEqual([
    'fentanyl',
  ])
  expect(own('The talks will be held.', ['Talking was to be hold.'])).toEqual(['held'])
})

test('words of one’s own that follow each other are one part', () => {
  expect(own('They want precursor chemicals, soon.', ['They want it.'])).toEqual([
    'precursor chemicals',
    'soon',
  ])
})

test('Chinese is cut into words too', () => {
  expect(own('双方同意加强合作', ['双方同意合作'], 'zh')).toEqual(['加强'])
})

test('the parts put together are the text again, and alone a text has nothing plain of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, other) => {
      expect(
        distinctWords(text, [other], 'en')
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
      expect(own(text, [text])).toEqual([])
    }),
  )
})
