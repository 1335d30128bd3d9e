import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Anchor, anchorAt, locate } from '#engines/anchoring/anchor.ts'
import { folded } from '#engines/anchoring/fold.ts'
import { relocate } from '#engines/anchoring/relocate.ts'
import { RUNS } from '#testing/runs.ts'

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const cut = (text: string) => [...clusters.segment(text)].map(({ segment }) => segment)

// Few words, so that they come back often; characters of every kind that has broken an anchor somewhere.
const word = fc.constantFrom(
  ...[
    'honour',
    'words',
    'with actions',
    'We agree.',
    'two-way',
    'street',
    '“Quoted”',
    'they’re',
    '2024–25',
    'ﬁnal',
  ],
  ...['合作', '双向的', '，', '。', '⻓城', '⼯作', '——', '…', 'ｶﾞ', '１２'],
  ...[
    'e\u0301',
    'é',
    'co\u00adop',
    '👨‍👩‍👧',
    '🇨🇳🇺🇸',
    '❤️',
    '😀',
    'नमस्ते',
    'العربية',
    '한국',
    '\u00a0',
    '\u2009',
  ],
)
const sentence = fc.array(fc.oneof(word, word, fc.string({ unit: 'grapheme', maxLength: 6 })), {
  maxLength: 14,
})
const text = fc
  .array(
    sentence.map((words) => words.join(' ')),
    { minLength: 1, maxLength: 6 },
  )
  .map((paragraphs) => paragraphs.join('\n'))
  .filter((whole) => whole.trim() !== '')
const quoted = fc.tuple(text, fc.nat(), fc.nat()).map(([whole, from, length]) => {
  const characters = cut(whole)
  const first = from % characters.length
  const last = first + 1 + (length % Math.min(40, characters.length - first))
  const start = characters.slice(0, first).join('').length
  return { whole, start, end: start + characters.slice(first, last).join('').length }
})

test('what is described is found again in its own place (4,000 texts)', () => {
  fc.assert(
    fc.property(quoted, ({ whole, start, end }) => {
      const anchor = anchorAt(whole, start, end)
      expect(locate(whole, anchor.exact)).toContain(start)
      expect(anchor.prefix.isWellFormed() && anchor.suffix.isWellFormed()).toBe(whole.isWellFormed())
      expect(relocate(whole, anchor)).toMatchObject({ start, end, how: 'same' })
    }),
    { numRuns: 4_000 * RUNS },
  )
})

const edits: Record<string, (text: string) => string> = {
  'a paragraph put before': (each) => `A new beginning, which nobody quotes.\n${each}`,
  'a paragraph put after': (each) => `${each}\nA new end.`,
  'every space a line end': (each) => each.replaceAll(' ', '\n'),
  'spaces that do not break': (each) => each.replaceAll(' ', '\u00a0'),
  'straight quotes': (each) => each.replace(/[“”]/g, '"').replaceAll('’', "'"),
  'soft hyphens everywhere': (each) => cut(each).join('\u00ad'),
  'composed characters': (each) => each.normalize('NFC'),
  'decomposed characters': (each) => each.normalize('NFD'),
  'no soft hyphens': (each) => each.replaceAll('\u00ad', ''),
}

test('after a harmless edit a passage is found with its own words, or said to be lost (4,000 texts)', () => {
  let [tried, lost] = [0, 0]
  fc.assert(
    fc.property(quoted, fc.constantFrom(...Object.values(edits)), ({ whole, start, end }, edit) => {
      const anchor = anchorAt(whole, start, end)
      const edited = edit(whole)
      const found = relocate(edited, anchor)
      tried++
      if (!found || found.how === 'changed') lost++
      else
        expect(folded(edited.slice(found.start, found.end)).text.trim()).toBe(
          folded(anchor.exact).text.trim(),
        )
    }),
    { numRuns: 4_000 * RUNS },
  )
  // Only what has no letter to hold on to (a space, an invisible mark) may be lost.
  expect(lost / tried).toBeLessThan(0.02)
})

const plain = fc.array(fc.constantFrom('talks', 'ended', 'well', 'and', 'early', '双方', '同意', '合作'), {
  minLength: 12,
  maxLength: 20,
})

test('a quote that stands many times is told apart by what is around it (2,000 texts)', () => {
  fc.assert(
    fc.property(fc.array(plain, { minLength: 3, maxLength: 8 }), fc.nat(), (paragraphs, pick) => {
      const own = paragraphs.map(
        (words, at) => `${at} ${words.join(' ')} ${at} We agree. ${at} ${words.toReversed().join(' ')}`,
      )
      const whole = own.join('\n')
      const places = locate(whole, 'We agree.')
      const at = pick % places.length
      const start = places[at] ?? 0
      const shuffled = [...own.slice(at), 'Something new.', ...own.slice(0, at)].join('\n')
      const found = relocate(shuffled, anchorAt(whole, start, start + 9))
      expect(shuffled.slice((found?.start ?? 0) - 2, found?.end)).toBe(`${at} We agree.`)
      expect(found?.rivals).toBe(0)
    }),
    { numRuns: 2_000 * RUNS },
  )
})

test('two places as good as each other are said to be two', () => {
  const chorus = 'Chorus: we agree. '.repeat(12)
  const anchor = anchorAt(chorus, 80, 89)
  expect(relocate(chorus, anchor)).toMatchObject({ start: 80, how: 'same', score: 0.95 })
  const later = relocate(`New.\n${chorus}`, anchor)
  expect(later?.rivals).toBeGreaterThan(0)
  expect(later?.score).toBeLessThanOrEqual(0.6)
  expect(relocate(`New.\n${chorus}`, anchor, 85)).toMatchObject({ start: 85, score: 0.95 })
})

const before =
  'Mr Wang said the talks were candid. China hopes that the United States will honour words with actions, and soon. Both left.'
const anchorOf = (exact: string): Anchor => {
  const start = before.indexOf(exact)
  return anchorAt(before, start, start + exact.length)
}

test('changed words are found as changed, with less than full score, and never passed off as the same', () => {
  const anchor = anchorOf('China hopes that the United States will honour words with actions, and soon.')
  const now =
    'Mr Wang said the talks were candid. China hopes the United States will match its words with actions, soon. Both left.'
  const found = relocate(now, anchor)
  expect(found && now.slice(found.start, found.end)).toBe(
    'China hopes the United States will match its words with actions, soon.',
  )
  expect(found).toMatchObject({ how: 'changed', rivals: 0 })
  expect(found?.score).toBeLessThan(0.9)
})

test('part of a character is not the character', () => {
  const around = { prefix: 'We saw ', suffix: ' there', start: 7 }
  for (const [now, exact] of [
    ['We saw 👨‍👩‍👧 there', '👨'],
    ['We saw caf\u0065\u0301 there', 'cafe'],
    ['We saw ﬁ there', 'i'],
  ] as const)
    expect(relocate(`New. ${now}`, { ...around, exact })?.how ?? 'changed').toBe('changed')
})

test('a short quote is not taken from elsewhere when its own sentence is gone', () => {
  expect(
    relocate('Somebody else entirely was there, and soon, to buy bread.', anchorOf('and soon')),
  ).toBeNull()
  expect(relocate('Nothing of it is left on this page.', anchorOf('Both left.'))).toBeNull()
})

test('a changed sentence is found in two million characters within seconds', () => {
  const filler = Array.from(
    { length: 40_000 },
    (_, at) => `Paragraph ${at} tells of talks between the two sides.`,
  )
  const now = [...filler.slice(0, 31_000), before.replace('honour words', 'match its words'), ...filler].join(
    '\n',
  )
  const since = performance.now()
  const found = relocate(
    now,
    anchorOf('China hopes that the United States will honour words with actions, and soon.'),
  )
  expect(performance.now() - since).toBeLessThan(10_000)
  expect(now.length).toBeGreaterThan(2_000_000)
  expect(found && now.slice(found.start, found.end)).toBe(
    'China hopes that the United States will match its words with actions, and soon.',
  )
})
