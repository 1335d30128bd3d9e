import fc from 'fast-check'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { stripScripts } from './strip-scripts.ts'

const next =
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><script src="/_next/a.js" async=""></script>'
const flight = '<script>self.__next_f.push([1,"\\u003cscript\\u003e > \' \\" captured"])</script>'

test('scripts, their preloads and the copy of the page for hydration go, and all else stays', () => {
  const page = `<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/>${next}</head><body><p>a &lt;script&gt; b</p>${flight}</body></html>`
  expect(stripScripts(page)).toBe(
    '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/></head><body><p>a &lt;script&gt; b</p></body></html>',
  )
  expect(stripScripts('<link rel="modulepreload" href="/a.js">')).toBe('')
})

test('an attribute may hold “>” and the other quote without ending its tag early', () => {
  expect(stripScripts(`<script data-a="x > y' z" data-b='"'>alert(1)</script><p title="a > b">c</p>`)).toBe(
    '<p title="a > b">c</p>',
  )
})

test('data for machines stays, unless a browser could read it otherwise', () => {
  const data = '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>'
  expect(stripScripts(`${data}<script>1</script>`)).toBe(data)
  expect(stripScripts('<script type="application/ld+json">{"a":"<!--<script>"}</script>')).toBe('')
  expect(stripScripts('<script type="application/ld+json" src="/x.js">{}</script>')).toBe('')
})

/** Every tag and text of a page as a browser reads it. */
function read(html: string): { tags: string[]; text: string } {
  const tags: string[] = []
  let text = ''
  const go = (node: { nodeName: string; value?: string; childNodes?: unknown[] }) => {
    if (node.nodeName === '#text') text += node.value
    else tags.push(node.nodeName)
    for (const child of (node.childNodes ?? []) as (typeof node)[]) go(child)
  }
  go(parse(html) as Parameters<typeof go>[0])
  return { tags, text }
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`).replaceAll('\0', '')

test('whatever texts a page holds, a browser reads the same of it, and no script', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('<script>', '</script>', '<!--', '"', "'", '>', '<link as="script">'),
  )
  const words = fc.array(piece).map((all) => all.join(' '))
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { maxLength: 6 }), (parts) => {
      const told = parts.map(([text, title]) => `<p title="${escaped(title)}">${escaped(text)}</p>`)
      const page = (between: string) =>
        `<!DOCTYPE html><html><head></head><body>${told.join(between)}</body></html>`
      const left = stripScripts(page(next + flight))
      expect(left).toBe(page(''))
      expect(read(left)).toEqual(read(page('')))
      expect(read(left).tags).not.toContain('script')
    }),
  )
})
