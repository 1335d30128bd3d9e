import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Changes } from '#components/articles/changes.tsx'
import { changesBetween } from '#engines/text/word-diff.ts'

const drawn = (before: string, after: string) =>
  renderToStaticMarkup(<Changes changes={changesBetween(before, after, 'en')} language="en" />)

test('a change is struck and underlined, and said in words', () => {
  const html = drawn('A.\nB.\nThey will honour words.', 'A.\nB.\nThey will match words.')
  expect(html).toContain('1 paragraph changed.')
  expect(html).toContain('2 paragraphs unchanged')
  expect(html.replace(/ class="[^"]*"/g, '')).toContain(
    '<del><span lang="en"> [removed: </span>honour<span lang="en">] </span></del><ins><span lang="en"> [added: </span>match<span lang="en">] </span></ins>',
  )
})

test('a reader of Chinese is told so in Chinese', () => {
  const changes = changesBetween('甲。\n乙。', '甲。\n丙。', 'zh')
  const html = renderToStaticMarkup(<Changes changes={changes} language="zh" reader="zh" />)
  expect(html).toMatch(/1 段(有改动|为新增)/)
  expect(html).not.toMatch(/paragraph|added|removed/)
})

test('a page that did not change says so, and its words are never markup', () => {
  expect(drawn('Same.', 'Same.')).toContain('The text has not changed.')
  expect(drawn('x', '<script>alert(1)</script>')).not.toContain('<script>')
})
