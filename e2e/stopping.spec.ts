import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { ownServer } from '#e2e/own-server.ts'

const isRefused = (port: number) =>
  new Promise<boolean>((tell) => {
    const socket = connect(port, '127.0.0.1', () => tell(false))
    socket.once('error', () => tell(true)).once('close', () => socket.destroy())
  })

test('a server that is told to stop finishes what it was asked, takes nothing new, and goes', async () => {
  test.setTimeout(90_000)
  const server = await ownServer()
  const socket = connect(server.port, '127.0.0.1').setEncoding('utf8')
  let said = ''
  socket.on('data', (text) => {
    said += text
  })
  const closed = new Promise((done) => socket.once('close', done))
  const body = 'email=typed%40example.org&password=a+wrong+password+of+some+length'
  // Its head alone: the answer is due when the rest has come, and that is after the server was told.
  socket.write(
    [
      'POST /sign-in HTTP/1.1',
      'Host: localhost',
      `Origin: ${process.env.BASE_URL}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
      '\r\n',
    ].join('\r\n'),
  )
  await expect.poll(() => said).toContain('100 Continue')

  const gone = server.stop()
  await expect.poll(() => isRefused(server.port)).toBe(true)
  socket.write(body)
  await closed
  await gone
  expect(server.said()).not.toContain('broken off')
  const [head = '', ...rest] = said.split('\r\n\r\n').slice(1)
  expect(head).toMatch(/^HTTP\/1\.1 (200|400|401)/)
  const text = rest.join('\r\n\r\n')
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length) expect(Buffer.byteLength(text)).toBe(Number(length))
  else expect(text.endsWith('\r\n0') || text.endsWith('\r\n0\r\n\r\n')).toBe(true)
  await server.discard()
})
