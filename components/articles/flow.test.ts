import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listsOf, plainLayout, sections, type TextRun, textRuns } from '#components/articles/flow.ts'
import type { Layout } from '#engines/extraction/layout.ts'
import { RUNS } from '#testing/runs.ts'

const leavesOf = (drawn: TextRun[]): { start: number; text: string; gap: string }[] =>
  drawn.flatMap((each) => (each.kind === 'text' ? [each] : each.kind === 'page' ? [] : leavesOf(each.inside)))
const sketch = (drawn: TextRun[]): string =>
  drawn
    .map((each) => {
      if (each.kind === 'text') return each.text
      if (each.kind === 'page') return `|${each.page}|`
      return `<${each.kind === 'excerpt' ? each.id : each.kind}>${sketch(each.inside)}</>`
    })
    .join('')

test('links hold excerpts, and what overlaps is cut once', () => {
  const text = 'one two three four five six'
  const layout: Layout = {
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    marks: [
      { kind: 'link', start: 4, end: 18, href: 'https://example.org/' },
      { kind: 'emphasis', start: 8, end: 13 },
    ],
    pages: [
      { page: 1, start: 0, end: 19 },
      { page: 2, start: 19, end: text.length },
    ],
  }
  const drawn = textRuns(text, layout, [
    { id: 'a', start: 4, end: 23 },
    { id: 'b', start: 14, end: 27 },
  ]).draw(0, text.length)
  expect(sketch(drawn)).toBe(
    '|1|one <link><a>two <emphasis>three</> <b>four</></></><a><b> |2|five</></><b> six</>',
  )
  const marks = drawn.flatMap((each) =>
    each.kind === 'excerpt' ? [`${each.id} ${each.isFirst} ${each.isLast}`] : [],
  )
  expect(marks).toEqual(['a false true', 'b false true'])
})

const drawing = fc
  .string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\t'), maxLength: 80 })
  .chain((text) => {
    const span = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([one, other]) => ({
      start: Math.min(one, other),
      end: Math.max(one, other),
    }))
    const marks = fc.array(
      fc
        .tuple(span, fc.constantFrom('link' as const, 'strong' as const, 'emphasis' as const))
        .map(([at, kind]) => ({ ...at, kind })),
      { maxLength: 6 },
    )
    return fc.tuple(fc.constant(text), marks, fc.array(span, { maxLength: 6 }))
  })

test('whatever overlaps, the pieces and the gaps between them are the whole text, each excerpt begun once', () => {
  fc.assert(
    fc.property(drawing, ([text, marks, spans]) => {
      const { blocks } = plainLayout(text)
      const excerpts = spans
        .filter(({ start, end }) => text.slice(start, end).trim() !== '')
        .map((span, at) => ({ ...span, id: String(at) }))
      const { draw } = textRuns(text, { blocks, marks, pages: [] }, excerpts)
      const drawn = blocks.flatMap(({ start, end }) => draw(start, end))
      const leaves = leavesOf(drawn)
      expect(leaves.map(({ gap, text: words }) => gap + words).join('')).toBe(
        text.slice(0, leaves.at(-1) ? blocks.at(-1)?.end : 0),
      )
      expect(leaves.every(({ start, text: words }) => text.startsWith(words, start))).toBe(true)
      const begun: string[] = []
      const walk = (each: TextRun): void => {
        if (each.kind === 'text' || each.kind === 'page') return
        if (each.kind === 'excerpt' && each.isFirst) begun.push(each.id)
        each.inside.forEach(walk)
      }
      drawn.forEach(walk)
      expect(begun.sort()).toEqual(excerpts.map(({ id }) => id).sort())
    }),
    { numRuns: 500 * RUNS },
  )
})

test('items form lists within lists, rows a table', () => {
  const item = (level: number, ordered = false) => ({
    kind: 'item' as const,
    start: 0,
    end: 1,
    level,
    ordered,
  })
  const lists = listsOf([item(1), item(2, true), item(2, true), item(3), item(1), item(1, true)])
  expect(lists.map(({ isOrdered, items }) => [isOrdered, items.length])).toEqual([
    [false, 2],
    [true, 1],
  ])
  expect(lists[0]?.items[0]?.lists[0]).toMatchObject({
    isOrdered: true,
    items: [{}, { lists: [{ isOrdered: false }] }],
  })
  const kinds = ['heading', 'item', 'item', 'row', 'row', 'paragraph', 'paragraph'] as const
  expect(sections(kinds.map((kind) => ({ kind, start: 0, end: 1 }))).map((each) => each.length)).toEqual([
    1, 2, 2, 1, 1,
  ])
})
