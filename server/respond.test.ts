import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { type ErrorKey, errorPage } from './respond.ts'

/** What is sent in place of the page at an address. */
function sentTo(url: string, key: ErrorKey): string {
  const req = Object.assign(new IncomingMessage(new Socket()), { url, method: 'GET' })
  const res = new ServerResponse(req)
  let sent = ''
  res.end = ((body: string) => {
    sent = body
    return res
  }) as typeof res.end
  errorPage(res, 503, key)
  return sent
}

test('what stands in place of a page speaks the language of its address', () => {
  expect(sentTo('/en/ledger', 'away')).toMatch(/lang="en".*The database does not answer just now/s)
  for (const url of ['/zh', '/zh?on=2024-05-14', '/zh/ledger'])
    expect(sentTo(url, 'away')).toMatch(/lang="zh-Hans".*数据库暂时没有响应/s)
  expect(sentTo('/zhengzhou', 'malformed')).toContain('This address is malformed.')
  expect(sentTo('/desk', 'foreign')).toMatch(/open https?:\/\/\S+ and try there/)
})
