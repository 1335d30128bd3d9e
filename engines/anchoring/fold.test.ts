import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, wholeAt } from '#engines/anchoring/fold.ts'
import { RUNS } from '#testing/runs.ts'

const alike: [string, string, string][] = [
  ['ligatures', 'ﬁnal oﬀer', 'final offer'],
  ['quotes', '“a” ‘b’ «c» 「d」 ‹e›', `"a" 'b' "c" "d" 'e'`],
  ['dashes', 'a – b — c − d ‑ e', 'a - b - c - d - e'],
  ['a Chinese dash of two', '中国——美国', '中国-美国'],
  ['an ellipsis of one, two and three', '等… 等…… 等...', '等... 等... 等...'],
  ['spaces of every kind', 'a\u00a0b\u2009c\u3000d\t\r\n e', 'a b c d e'],
  ['lines broken in Chinese', '合作应当是双\n向的，\n不能', '合作应当是双向的，不能'],
  ['full width', 'ＡＩ　２０２４：１，５', 'ai 2024:1,5'],
  ['half width', 'ｶﾞｲﾄﾞ', 'ガイド'],
  ['marks apart', 'Se\u0301curite\u0301 한국'.normalize('NFD'), 'Sécurité 한국'],
  ['soft hyphens and other invisible marks', 'co\u00adoper\u200bation\u2060\ufeff', 'cooperation'],
  ['Kangxi radicals', '⼯⽓⽤', '工气用'],
  ['supplementary radicals', '⻓⻋⻔⻅⻘⻢⻰', '长车门见青马龙'],
  ['compatibility characters', '\uf900㈱', '豈(株)'],
  ['final sigma', 'ΛΌΓΟΣ', 'λόγος'],
  ['an emoji with and without its style', '❤️', '❤'],
]

test.each(alike)('%s are alike', (_, one, other) => {
  expect(folded(one).text).toBe(folded(other).text)
})

test('different letters, accents and pictures stay different', () => {
  for (const [one, other] of [
    ['resume', 'résumé'],
    ['2024', '2025'],
    ['👨‍👩‍👧', '👨👩👧'],
    ['合作', '合做'],
    ['two way', 'two-way'],
  ] as const)
    expect(folded(one).text).not.toBe(folded(other).text)
})

test('every character of a copy leads back to whole characters of the original', () => {
  const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
      const whole = parts.join('')
      const edges = new Set([...clusters.segment(whole)].map(({ index }) => index).concat(whole.length))
      const { text, offsets, ends } = folded(whole)
      expect([offsets.length, ends.length]).toEqual([text.length + 1, text.length])
      expect([...offsets, ...ends].filter((each) => !edges.has(each))).toEqual([])
      expect(offsets.every((each, at) => at === 0 || each >= (offsets[at - 1] ?? 0))).toBe(true)
      const cut = Array.from({ length: whole.length + 1 }, (_, at) => [
        wholeAt(whole, at, 'before'),
        wholeAt(whole, at, 'after'),
      ])
      const isRight = ([before = -1, after = -1]: number[], at: number) =>
        edges.has(at)
          ? before === at && after === at
          : edges.has(before) && edges.has(after) && before < at && at < after
      expect(cut.filter((each, at) => !isRight(each, at))).toEqual([])
    }),
    { numRuns: 500 * RUNS },
  )
})

test('what is drawn together leads back to the whole of it', () => {
  expect(folded('——').ends).toEqual([2])
  expect(folded('……').ends).toEqual([2, 2, 2])
  expect(folded('x ﬁ').ends).toEqual([1, 2, 3, 3])
})

test('a text written in composed and in decomposed characters folds alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (whole) => {
      expect(folded(whole.normalize('NFD')).text).toBe(folded(whole.normalize('NFC')).text)
    }),
    { numRuns: 1_000 * RUNS },
  )
})
