import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth, wrapText } from '#lib/charts/line-breaks.ts'

test('a name is broken where its script breaks, and cut when it is too long', () => {
  expect(wrapText('Talk about the risks of advanced AI', 15, 150, 3)).toEqual([
    'Talk about the risks',
    'of advanced AI',
  ])
  const chinese = wrapText('推动两国元首在会晤中达成的重要共识得到切实落实'.repeat(3), 15, 200, 2)
  expect(chinese).toHaveLength(2)
  expect(chinese.at(-1)).toMatch(/…$/)
  for (const each of chinese) expect(textWidth(each, 15)).toBeLessThanOrEqual(200)
  expect(wrapText('', 15, 200, 2)).toEqual([])
})

test('a line neither begins with a closing mark nor ends with an opening one', () => {
  expect(wrapText('恢复打击非法毒品的合作，继续。', 10, 100, 9)).toEqual([
    '恢复打击非法毒品的',
    '合作，继续。',
  ])
  expect(wrapText('Talk of risks (of AI)', 10, 70, 9)).toEqual(['Talk of risks', '(of AI)'])
})

test('a word that is wider than a line is broken anywhere', () => {
  for (const each of wrapText('x'.repeat(300), 10, 100, 9))
    expect(textWidth(each, 10)).toBeLessThanOrEqual(100)
})

test('no word is lost but beyond the last line, which says that it was cut', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 4 }), (text, lines) => {
      const made = wrapText(text, 10, 200, lines)
      expect(made.length).toBeLessThanOrEqual(lines)
      if (!made.at(-1)?.endsWith('…')) expect(made.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})
