import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorAt, locate } from '#engines/anchoring/anchor.ts'
import { folded } from '#engines/anchoring/fold.ts'
import { nearest } from '#engines/anchoring/relocate.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
const passage = text.chain((each) =>
  fc
    .tuple(fc.constant(each), fc.nat(each.length - 1), fc.nat(each.length))
    .filter(([, start, end]) => start < end),
)

test('an anchor is a slice of its text with its neighbours', () => {
  fc.assert(
    fc.property(passage, ([whole, start, end]) => {
      const { exact, prefix, suffix } = anchorAt(whole, start, end)
      expect(whole.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix)
      expect(locate(whole, exact)).toContain(start)
    }),
  )
})

test('context never begins or ends in the middle of a character', () => {
  const { prefix, suffix } = anchorAt(`x${'😀'.repeat(40)}`, 41, 43)
  expect([prefix.isWellFormed(), suffix.isWellFormed()]).toEqual([true, true])
})

test('a folded copy leads back to the original', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const { text: copy, offsets } = folded(whole)
      expect(offsets).toHaveLength(copy.length + 1)
      expect(offsets.every((each, at) => at === 0 || each >= (offsets[at - 1] ?? 0))).toBe(true)
    }),
  )
})

test('straight quotes, other dashes and wrapped lines still find the passage', () => {
  const whole = 'He said: “Honour words with\nactions – not words.” Then he left.'
  const found = nearest(whole, '"honour words with actions - not words."')
  expect(found && whole.slice(found.start, found.end)).toBe('“Honour words with\nactions – not words.”')
  expect(found?.likeness).toBe(1)
})

test('a misquote finds what was really said, and nonsense finds nothing', () => {
  const whole =
    '合作应当是双向的，不能一边说合作一边损害对方利益。The cooperation should be a two-way street.'
  const found = nearest(whole, 'cooperation must be a two way street')
  expect(found && whole.slice(found.start, found.end)).toContain('be a two-way street')
  expect(nearest(whole, 'entirely different words about the weather')).toBeNull()
})
