import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { cssString, OnPaper } from '#components/sharing/on-paper.tsx'

test('a running head is one CSS string, whatever it holds', () => {
  expect(cssString('A "b" \\ c')).toBe('"A \\22 b\\22  \\5c  c"')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cssString(text)).toMatch(/^"[^"<\n\r\f\0]*"$/)
    }),
  )
  const clocks = { on: '2024-05-14', known: new Date(0), isNow: false }
  const html = renderToStaticMarkup(
    <OnPaper language="zh" clocks={clocks} head="</style><script>x()</script>" address="/c/A-1" />,
  )
  expect(html.match(/<\/?(style|script)/g)).toEqual(['<style', '</style'])
  expect(html).toContain('截至2024年5月14日的情况')
})
