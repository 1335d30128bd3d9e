import { expect, test } from 'vitest'
import { linkerTo } from '#engines/anchoring/fragment.ts'

const page = 'https://example.org/a'
const english =
  'We agree. The talks were open, candid & constructive.\nWe agree. China hopes that the United States will honour words with actions, work with China in the same direction, and find the right way for two large countries to get along, as was agreed in San Francisco.\nTwo-way street.\nWe agree. The end.'
const chinese =
  '双方同意。合作应当是双向的，不能一边说合作，一边损害对方利益，竞争应当共同进步而不是零和游戏，各自的关切都应当受到尊重和照顾，分歧应当通过对话妥善管控。言必信，行必果，把元首达成的共识真正转化为实际行动，推动两国关系稳定、健康、可持续发展，造福两国人民和各国人民，这是双方共同的责任，也是国际社会的普遍期待，希望美方同中方相向而行，落实旧金山愿景。\n双方同意。'

function linkTo(text: string, exact: string, language = 'en', nth = 0): string {
  let start = -1
  for (let each = 0; each <= nth; each++) start = text.indexOf(exact, start + 1)
  return linkerTo(page, text, language)(start, start + exact.length).slice(page.length)
}

test('a quote that stands once is linked by its words alone', () => {
  expect(linkTo(english, 'candid & constructive')).toBe('#:~:text=candid%20%26%20constructive')
  expect(linkTo(english, 'open, candid')).toBe('#:~:text=open%2C%20candid')
  expect(linkTo(english, 'Two-way street')).toBe('#:~:text=Two%2Dway%20street')
})

test('a quote that stands more often is told apart by the words around it', () => {
  expect(linkTo(english, 'We agree.', 'en', 0)).toBe('#:~:text=We%20agree.,-The%20talks%20were')
  expect(linkTo(english, 'We agree.', 'en', 2)).toBe('#:~:text=Two%2Dway%20street.-,We%20agree.,-The%20end')
  expect(decodeURIComponent(linkTo(chinese, '双方同意。', 'zh', 0))).toMatch(/^#:~:text=双方同意。,-合作/)
})

test('a long quote, or one over several blocks, is linked by its first and last words', () => {
  const long = english.slice(english.indexOf('China hopes'), english.indexOf('\nTwo-way'))
  expect(decodeURIComponent(linkTo(english, long))).toBe(
    '#:~:text=China hopes that the United,was agreed in San Francisco.',
  )
  expect(decodeURIComponent(linkTo(english, 'candid & constructive.\nWe agree'))).toBe(
    '#:~:text=candid & constructive,We agree',
  )
  const whole = chinese.slice(0, chinese.indexOf('\n'))
  const [from = '', to = ''] =
    decodeURIComponent(linkTo(chinese, whole, 'zh'))
      .slice(9)
      .split(',-')[0]
      ?.split(',') ?? []
  expect(whole.startsWith(from) && whole.endsWith(to)).toBe(true)
  expect(from.length + to.length).toBeLessThan(40)
})

test('an end that comes up earlier is said with more words', () => {
  const refrain = 'and so on and so forth, the sides said again. '
  const text = `It began well, ${refrain.repeat(4)}Nothing followed, ${refrain.trim()}`
  expect(decodeURIComponent(linkTo(text, text))).toMatch(
    /,followed, and so on and so forth, the sides said again\.$/,
  )
})

test('half a word at an end is left out, for browsers match whole words', () => {
  expect(linkTo(english, 'talks were open, candid & construct')).toBe(
    '#:~:text=talks%20were%20open%2C%20candid%20%26',
  )
  expect(linkTo(english, 'rancisco')).toBe('')
})

test('a fragment of its own stays, and half a character is no fault', () => {
  expect(linkerTo(`${page}#top`, 'Words.', 'en')(0, 6)).toBe(`${page}#top:~:text=Words.`)
  expect(linkerTo(page, '\ud83d here', 'en')(0, 6)).toContain('%EF%BF%BD')
})
