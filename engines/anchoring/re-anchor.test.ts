import { expect, test } from 'vitest'
import { anchorAt } from '#engines/anchoring/anchor.ts'
import { reanchor } from '#engines/anchoring/re-anchor.ts'

const before = [
  'The ministers met on Friday.',
  'We agree.',
  '“Cooperation should be a two-way street,” the spokesperson said.',
  'We agree.',
  'Working groups on counternarcotics and on artificial intelligence will meet within the year.',
  'The visit ended early.',
].join('\n')
const excerptOf = (id: string, exact: string, from = 0) => {
  const start = before.indexOf(exact, from)
  return { id, ...anchorAt(before, start, start + exact.length) }
}

test('an update of a page leaves, moves, changes or loses its excerpts, and says which', () => {
  const after = before
    .replace('We agree.\n“', 'We agree.\nAn added line.\n“')
    .replace('“Cooperation should be a two-way street,”', '"Cooperation should be a two\u2011way street,"')
    .replace('will meet within the year', 'may meet next year')
    .replace('The visit ended early.', 'Subscribe to read on.')
  const excerpts = [
    excerptOf('first', 'The ministers met on Friday.'),
    excerptOf('said', '“Cooperation should be a two-way street,”'),
    excerptOf('again', 'We agree.', 40),
    excerptOf(
      'groups',
      'Working groups on counternarcotics and on artificial intelligence will meet within the year.',
    ),
    excerptOf('visit', 'The visit ended early.'),
  ]
  const found = reanchor(excerpts, after, before)
  expect(found.map(({ excerpt, outcome }) => `${excerpt.id} ${outcome}`)).toEqual([
    'first stands',
    'said moves',
    'again moves',
    'groups changes',
    'visit vanishes',
  ])
  expect(found[2]?.place?.start).toBe(after.lastIndexOf('We agree.'))
  const groups = found[3]?.place
  expect(groups && after.slice(groups.start, groups.end)).toBe(
    'Working groups on counternarcotics and on artificial intelligence may meet next year.',
  )
})

test('equal passages are told apart by how much was put before them', () => {
  const old = 'Yes. '.repeat(30)
  const anchor = { ...anchorAt(old, 75, 79) }
  const [found] = reanchor([anchor], `A new beginning. ${old}`, old)
  expect(found).toMatchObject({ outcome: 'moves', place: { start: 92 } })
})
