import { expect, test } from 'vitest'
import { anchorAt } from '#engines/anchoring/anchor.ts'
import { excerptOutcomes, shareKept } from '#lib/live-checks/compare.ts'

const [first, second, third] = [
  'They launched a working group on harbour lights in the old port.',
  'A second meeting is planned for the autumn, an official said.',
  'Nobody spoke of fishing rights, which had been the first dispute.',
]
const snapshot = (paragraphs: string[], quotes: string[]) => {
  const text = paragraphs.join('\n')
  const excerpts = quotes.map((quote) =>
    anchorAt(text, text.indexOf(quote), text.indexOf(quote) + quote.length),
  )
  return { text, excerpts }
}

test('excerpts of older texts are watched while the newest archived text holds them', () => {
  const newest = snapshot([first, second], [second])
  const older = snapshot([third, first], [third, first])
  const told = excerptOutcomes([newest, older], `${first}\nWeather.`).map(({ excerpt, outcome }) => [
    excerpt.exact,
    outcome,
  ])
  expect(told).toEqual([
    [second, 'vanishes'],
    [first, 'moves'],
  ])
})

test('the share of a text that is kept forgives look-alikes and other line ends', () => {
  expect(shareKept(`“${first}”\n\n${second}`, `Menu\n"${first}"\n${second}`)).toBe(1)
  expect(shareKept(first, third)).toBe(0)
  expect(shareKept('', third)).toBe(1)
})
