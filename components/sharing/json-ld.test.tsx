import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JsonLd } from '#components/sharing/json-ld.tsx'

const inside = (html: string) => /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html)?.[1]

test('no title breaks out of the script element, and every one comes back as it was', () => {
  const nasty = [
    '</script><script>alert(1)</script>',
    '<!--<script>',
    '</SCRIPT >',
    ']]>',
    'a & b "c" \' d &lt;/script&gt;',
    '\u2028\u2029\u0000\ud800',
  ]
  for (const name of nasty)
    expect(JSON.parse(inside(renderToStaticMarkup(<JsonLd of={{ name }} />)) ?? '')).toEqual({ name })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const html = renderToStaticMarkup(<JsonLd of={{ name, list: [name] }} />)
      expect(JSON.parse(inside(html) ?? '')).toEqual({ name, list: [name] })
    }),
  )
})
