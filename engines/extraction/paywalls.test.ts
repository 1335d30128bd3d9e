import { describe, expect, test } from 'vitest'
import { extract } from '#engines/extraction/extract.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'

const about = { contentType: 'text/html', address: 'https://news.example/one' }
const faultOf = (html: string, contentType = about.contentType) =>
  extract(new TextEncoder().encode(html), { ...about, contentType }).then(
    ({ text }) => `read: ${text}`,
    (error: unknown) => (error instanceof CaptureFailure ? error.fault : `other: ${error}`),
  )

describe('a page that holds no article says why', () => {
  test('a page that is only a program', async () => {
    expect(await faultOf('<title>News</title><div id="root"></div><script src="/a.js"></script>')).toBe(
      'script-only',
    )
    const told =
      '<noscript>x</noscript><div>You need to enable JavaScript to run this app.</div><script>1</script>'
    expect(await faultOf(told)).toBe('script-only')
  })

  test('a page without a word', async () => {
    expect(await faultOf('<!doctype html><title>Nothing here</title><body><p> </p></body>')).toBe('empty')
    expect(await faultOf('')).toBe('empty')
    expect(await faultOf(' \n ', 'text/plain')).toBe('empty')
  })

  test('a page that asks for an account', async () => {
    const wall = `<h1>Grain deal signed</h1><p>Subscribe to continue reading this article.</p>
      <form><input type="email"><input type="password"><button>Log in</button></form>`
    expect(await faultOf(wall)).toBe('login-wall')
  })

  test('a page that asks for consent', async () => {
    expect(
      await faultOf(
        '<h1>Before you continue</h1><p>We use cookies and data to deliver our services. Accept all cookies to go on.</p>',
      ),
    ).toBe('consent-wall')
  })

  test('a page of 500 parts in each other, or of too many', async () => {
    expect(await faultOf(`${'<div>'.repeat(500)}deep`)).toBe('too-deep')
    expect(await faultOf('<p>wide</p>'.repeat(31_000))).toBe('too-deep')
    expect(await faultOf(`<p ${Array.from({ length: 600 }, (_, at) => `a${at}`).join(' ')}>much</p>`)).toBe(
      'too-deep',
    )
  })

  test('a file whose ending lies', async () => {
    expect(await faultOf('\x89PNG\r\n\x1a\n\0\0', 'text/html')).toBe('file-lies')
    expect(await faultOf('<html><p>A page</p></html>', 'application/pdf')).toBe('file-lies')
    expect(await faultOf('PK\x03\x04\0\0', 'application/octet-stream')).toBe('wrong-type')
  })

  test('a page that only asks, in other words', async () => {
    expect(
      await faultOf('<p>Sign in to continue reading. Already a subscriber? Log in with your password.</p>'),
    ).toBe('login-wall')
    const privacy =
      '<p>We value your privacy. We and our partners use cookies. Accept all or reject all; see our privacy policy.</p>'
    expect(await faultOf(privacy)).toBe('consent-wall')
  })

  test('an article with such words around it is none', async () => {
    const around =
      '<nav><a href="/in">Log in</a> <a href="/sub">Subscribe</a></nav><footer><p>We use cookies. Privacy policy</p></footer>'
    const brief = 'The two sides met in Geneva and will meet again.'
    expect(await faultOf(`${around}<h1>Talks</h1><p>${brief}</p>${around}`)).toBe(`read: ${brief}`)
  })

  test('a short readout is an article', async () => {
    const short = '<h1>Readout of a call</h1><p>The two leaders spoke today and agreed to meet in May.</p>'
    expect(await faultOf(short)).toBe('read: The two leaders spoke today and agreed to meet in May.')
  })
})
