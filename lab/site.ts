// A site on this machine that answers byte by byte as a test wants, outside every rule of the protocol.

import { createServer, type Socket } from 'node:net'

/** Answers one request; the text is the request as it came. */
export type Answering = (socket: Socket, request: string) => void

export type Site = { origin: string; port: number; asked: string[]; close: () => Promise<void> }

/** Each path (without its query) has its answer; robots.txt is missing unless it is given one. */
export async function openSite(answers: Record<string, Answering>, host = '127.0.0.1'): Promise<Site> {
  const asked: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy()) // the other side hangs up: that is what is wanted
    socket.once('data', (request) => {
      const text = request.toString('latin1')
      const target = text.split(' ', 2)[1] ?? ''
      asked.push(target)
      const answer = answers[target.split('?', 1)[0] ?? '']
      if (answer) answer(socket, text)
      else socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')
    })
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject).listen(0, host, resolve)
  await promise
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : 0
  const close = () =>
    new Promise<void>((done) => {
      for (const socket of open) socket.destroy()
      server.close(() => done())
    })
  return { origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, port, asked, close }
}

/** An answer with these headers and this body, as it stands. */
export const answer =
  (head: string, body: string | Uint8Array = ''): Answering =>
  (socket) => {
    socket.write(`HTTP/1.1 ${head}\r\n\r\n`)
    socket.end(body)
  }

export const page = (text: string): Answering =>
  answer(`200 OK\r\ncontent-type: text/html\r\ncontent-length: ${Buffer.byteLength(text)}`, text)

export const redirect = (to: string, status = 302): Answering =>
  answer(`${status} Elsewhere\r\nlocation: ${to}\r\ncontent-length: 0`)

/** Sends the same bytes for as long as anybody takes them. */
export function flood(socket: Socket, bytes: string | Uint8Array): void {
  while (!socket.destroyed && socket.write(bytes));
  if (!socket.destroyed) socket.once('drain', () => flood(socket, bytes))
}

/** Sends a little every so often, for ever. */
export function drip(socket: Socket, bytes: string, ms: number): void {
  const timer = setInterval(() => socket.write(bytes), ms)
  socket.on('close', () => clearInterval(timer))
}
