import { describe, expect, test } from 'vitest'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { askModel } from '#engines/fetching/fetch.ts'
import { type Answering, answer, redirect } from '#lab/site.ts'
import { site } from '#lab/world.ts'

const json = (text: string) => answer('200 OK\r\ncontent-type: application/json', text)
const faultOf = (work: Promise<unknown>) =>
  work.then(String, (error) => (error instanceof CaptureFailure ? error.fault : String(error)))

describe('the model service of the operator', () => {
  test('is sent JSON and the key, and its JSON comes back', async () => {
    let sent = ''
    const service = await site({
      '/v1/chat': (socket, request) => {
        sent = request
        json('{"a": ["你好"]}')(socket, request)
      },
    })
    expect(await askModel(`${service.origin}/v1/chat`, { q: 1 }, { key: 'k3y' })).toEqual({ a: ['你好'] })
    expect(sent).toMatch(/^POST \/v1\/chat HTTP\/1\.1\r\n/)
    expect(sent).toContain('authorization: Bearer k3y\r\n')
    expect(sent).toContain('content-type: application/json\r\n')
    expect(sent).toMatch(/\r\n\r\n\{"q":1\}$/)
    expect(service.asked).toEqual(['/v1/chat'])
  })

  const failing: [string, Answering, string][] = [
    ['points elsewhere', redirect('http://other.example/'), 'redirects'],
    ['answers with more than 2 MB', (...to) => json(`"${'a'.repeat(2 ** 21)}"`)(...to), 'too-large'],
    ['does not answer', () => undefined, 'timeout'],
    ['does not answer in JSON', json('hello'), 'bad-answer'],
    ['has a fault', answer('500 No\r\ncontent-length: 0'), 'status-5xx'],
    ['wants another key', answer('401 No\r\ncontent-length: 0'), 'status-401'],
  ]
  test.each(failing)('that %s is a failure', async (_what, send, fault) => {
    const service = await site({ '/': send })
    expect(await faultOf(askModel(`${service.origin}/`, {}, { timeoutMs: 500 }))).toBe(fault)
  })

  test('is given up when nobody waits for it any more', async () => {
    const cancel = new AbortController()
    const service = await site({ '/': () => cancel.abort() })
    expect(await faultOf(askModel(`${service.origin}/`, {}, { signal: cancel.signal }))).toBe('cancelled')
  })
})
