import { describe, expect, test } from 'vitest'
import { readBytes } from '#engines/extraction/sandbox.ts'

const about = { contentType: 'text/html', address: null }
const bytes = (html: string) => new TextEncoder().encode(html)
const page = bytes('<h1>Talks end</h1><p>The talks ended with a joint statement on trade and climate.</p>')
// Misnested formatting makes the parser build the same elements over and over.
const endless = bytes(`${'<b><p>'.repeat(3_000)}${'<a><i><u>x</p>'.repeat(60_000)}`)

describe('reading in a child', () => {
  test('gives the text, and the next page too', async () => {
    const [one, two] = await Promise.all([readBytes(page, about), readBytes(page, about)])
    expect(one.text).toBe('The talks ended with a joint statement on trade and climate.')
    expect(two).toEqual(one)
  })

  test('carries every byte, and plain text', async () => {
    const line = 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. 会谈结束。\n'
    const { text } = await readBytes(bytes(line.repeat(20_000)), {
      contentType: 'text/plain; charset=utf-8',
      address: null,
    })
    expect(text === line.repeat(20_000).trim()).toBe(true)
  })

  test('passes a fault on as it was found', async () => {
    await expect(readBytes(bytes('<p> </p>'), about)).rejects.toMatchObject({ fault: 'empty' })
  })

  test('ends a page that takes too long, and reads the next one', async () => {
    const start = performance.now()
    await expect(readBytes(endless, about, { limit: 400 })).rejects.toMatchObject({
      fault: 'too-long-to-read',
    })
    expect(performance.now() - start).toBeLessThan(3_000)
    expect((await readBytes(page, about)).text).toContain('joint statement')
  })

  test('stops at once when the capture is cancelled, also while it waits its turn', async () => {
    const cancel = new AbortController()
    const running = [1, 2, 3].map(() => readBytes(endless, about, { signal: cancel.signal }))
    const all = Promise.allSettled(running)
    cancel.abort()
    const faults = (await all).map((each) => (each.status === 'rejected' ? each.reason.fault : 'read'))
    expect(faults).toEqual(['cancelled', 'cancelled', 'cancelled'])
    await expect(readBytes(page, about, { signal: cancel.signal })).rejects.toMatchObject({
      fault: 'cancelled',
    })
  })
})
