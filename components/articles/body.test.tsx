import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ArticleBody } from '#components/articles/body.tsx'
import type { Block, Layout, Mark } from '#engines/extraction/layout.ts'

const parts: [Omit<Block, 'start' | 'end'>, string][] = [
  [{ kind: 'heading', level: 2 }, 'Outcomes'],
  [{ kind: 'paragraph' }, 'The sides met for <open> & candid talks.'],
  [{ kind: 'heading', level: 4 }, 'Agreed'],
  [{ kind: 'item', level: 1, ordered: true }, 'A working group'],
  [{ kind: 'item', level: 2 }, 'on chemicals'],
  [{ kind: 'item', level: 1, ordered: true }, 'A telephone line'],
  [{ kind: 'quote' }, 'Honour words'],
  [{ kind: 'quote' }, 'with actions'],
  [{ kind: 'row' }, 'Field\tMet'],
  [{ kind: 'row' }, '\tMay'],
  [{ kind: 'preformatted' }, 'Ref.  118'],
]
const text = parts.map(([, words]) => words).join('\n')
let at = 0
const blocks = parts.map(([block, words]) => {
  const start = at
  at += words.length + 1
  return { ...block, start, end: start + words.length }
})
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const marks: Mark[] = [
  { kind: 'link', ...spanOf('candid talks'), href: 'https://example.org/' },
  { kind: 'link', ...spanOf('chemicals'), href: 'javascript:alert(1)' },
]
const layout: Layout = {
  blocks,
  marks,
  pages: [
    { page: 1, start: 0, end: 20 },
    { page: 2, start: 20, end: text.length },
  ],
}
const excerpts = [
  { id: 'a', ...spanOf('met for <open> & candid') },
  { id: 'b', ...spanOf('Honour words\nwith') },
]
const html = renderToStaticMarkup(
  <ArticleBody
    text={text}
    layout={layout}
    language="en"
    excerpts={excerpts}
    note={(id) => <p key={id}>note {id}</p>}
  />,
)
const plain = html
  .replace(/ (class|data-\w+|key|lang|tabindex|aria-label|rel)="[^"]*"/g, '')
  .replace(/<\/?span>/g, '')

test('the words come back as they were laid out', () => {
  expect(plain).toContain('<h3>page 1Outcomes</h3>')
  expect(plain).toContain('<h5>Agreed</h5>')
  expect(plain).toContain(
    '<ol><li><div>A working group</div><ul><li><div>on chemicals</div></li></ul></li><li><div>A telephone line</div></li></ol>',
  )
  expect(plain).toContain('<td></td>')
  expect(plain).toContain('<pre>Ref.  118</pre>')
})

test('each excerpt can be aimed at once, wherever it is cut, and its note stands beside it', () => {
  expect([...html.matchAll(/id="excerpt-(\w)"/g)].map(([, id]) => id)).toEqual(['a', 'b'])
  expect(plain).toContain('<mark id="excerpt-b">Honour words</mark></p><p><mark>with')
  expect(html.indexOf('note a')).toBeLessThan(html.indexOf('candid'))
})

test('links lead to the web only, and words are never markup', () => {
  expect(html).toContain('<a href="https://example.org/" rel="nofollow noopener noreferrer">')
  expect(html).not.toContain('javascript:')
  expect(html).toContain('&lt;open&gt; &amp; ')
})

test('pieces and gaps are the text, in its order, also through lists and tables', () => {
  const pieces = [...html.matchAll(/<span data-start="(\d+)"(?: data-gap="([^"]*)")?>([^<]*)<\/span>/g)]
  const read = pieces.map(([, , gap = '', words = '']) => gap + words).join('')
  expect(read.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(text)
  expect(pieces.map(([, start]) => Number(start))).toEqual(
    pieces.map(([, start]) => Number(start)).toSorted((a, b) => a - b),
  )
})

test('a text without a layout is drawn by its lines', () => {
  const lines = renderToStaticMarkup(
    <ArticleBody text={'One.\n\nTwo.'} layout={null} language="zh" excerpts={[]} />,
  )
  expect(lines.match(/<p /g)).toHaveLength(2)
  expect(lines).toContain('data-gap="\n\n"')
})
