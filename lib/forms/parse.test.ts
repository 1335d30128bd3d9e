import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formFields,
  line,
  localisedLine,
  nest,
  optionalLine,
  optionalLocalisedLine,
  verbatim,
} from '#lib/forms/parse.ts'

test('flat names become the object that they spell', () => {
  const fields = { title: 'T', 'headline.en': 'H', 'evidence.0.id': 'a', 'evidence.2.id': 'b', version: '3' }
  expect(nest(fields)).toEqual({
    title: 'T',
    headline: { en: 'H' },
    evidence: [{ id: 'a' }, { id: 'b' }],
    version: '3',
  })
})

test('no field name reaches a prototype', () => {
  nest({ '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes' })
  expect({}).not.toHaveProperty('polluted')
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.string()), (fields) => void nest(fields)))
})

test('a text with no characters, NUL, half a surrogate pair or an override is refused', () => {
  for (const bad of ['', '   ', 'a\0b', 'a\uD800b', '\uDC00', 'a\u202Eb', 'a\u0007b', 'x'.repeat(51)])
    expect(line(50).safeParse(bad).success).toBe(false)
  expect(line(50).parse('  two\n words 😀 ')).toBe('two words 😀')
  expect(optionalLine(50).parse(undefined)).toBeNull()
})

test('a source keeps every character but its line ends', () => {
  const text = '  “Two‑way\u00a0street”\r\n\u202Bشارع\u202C\ttab '
  expect(verbatim(100).parse(text)).toBe(text.replace('\r\n', '\n'))
  expect(verbatim(100).safeParse('a\0').success).toBe(false)
})

test('a localised text needs one language', () => {
  expect(localisedLine(50).parse({ en: '', zh: '二' })).toEqual({ zh: '二' })
  expect(localisedLine(50).safeParse({ en: ' ', zh: '' }).success).toBe(false)
  expect(localisedLine(50).safeParse(undefined).success).toBe(false)
})

test('an optional localised text may be in no language, and is held to the same rules where it is in one', () => {
  for (const nothing of [undefined, null, {}, { en: ' ', zh: '' }])
    expect(optionalLocalisedLine(50).parse(nothing)).toEqual({})
  expect(optionalLocalisedLine(50).parse({ en: ' A  b ', zh: null })).toEqual({ en: 'A b' })
  expect(optionalLocalisedLine(50).safeParse({ en: 'x'.repeat(51) }).success).toBe(false)
})

test('files and React’s own fields are not fields', () => {
  const form = new FormData()
  form.set('$ACTION_1', 'x')
  form.set('file', new File(['x'], 'x'))
  form.set('title', 'T')
  expect(formFields(form)).toEqual({ title: 'T' })
})
