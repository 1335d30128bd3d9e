import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { rememberForm, resendForm } from './resend-form.ts'

/** What a form of these fields gets back, from a server that has read it as the framework reads it. */
async function back(
  fields: [string, string | File][],
  headers: Record<string, string> = {},
): Promise<string> {
  const server = createServer(async (req, res) => {
    rememberForm(req)
    await req.toArray()
    res.end(await resendForm(req, 'en'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const answer = await fetch(url, { method: 'POST', body, headers })
  const text = await answer.text()
  server.close()
  return text
}

test('a form comes back whole and in order, repeated fields and odd letters too', async () => {
  const form = await back([
    ['$ACTION_1:0', '{"id":"a"}'],
    ['party', 'US'],
    ['party', 'CN'],
    ['note', 'a < b & "c"\n二'],
  ])
  expect(form.match(/name="[^"]*" value="[^"]*"/g)).toEqual([
    'name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&quot;}"',
    'name="party" value="US"',
    'name="party" value="CN"',
    'name="note" value="a &lt; b &amp; &quot;c&quot;\r\n二"',
  ])
  expect(form).not.toContain('not kept')
})

test('passwords, codes and files do not come back, and it is said that they do not', async () => {
  const form = await back([
    ['email', 'a@example.org'],
    ['password', 'canary'],
    ['newPassword', 'canary'],
    ['code', 'canary'],
    ['file', new File(['canary'], 'canary.txt')],
  ])
  expect(form).toContain('value="a@example.org"')
  expect(form).not.toContain('canary')
  expect(form).toContain('not kept')
})

test('what a script sends is answered to the script', async () => {
  expect(await back([['note', 'a']], { 'next-action': 'x' })).toBe('')
})
