// Public pages behind an HTTP server of their own, with a fake in place of Next that says what reached it.

import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { ContentVersionWatch } from '#server/content-version.ts'
import { pageKey } from '#server/page-key.ts'
import { PublicSite } from '#server/serve-page.ts'

type Drawing = {
  status?: number
  headers?: Record<string, string | string[]>
  body?: string
  /** Its static parts. */
  parts?: string[]
}
export type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }

class Served {
  watch = new ContentVersionWatch()
  pages = this.#anew()
  /** What was asked of what stands in place of Next. */
  drawn: string[] = []
  answerWith: (req: IncomingMessage) => Drawing = () => ({})
  mayRender = true
  origin = ''

  #anew() {
    return new PublicSite({
      handle: async (req, res) => {
        this.drawn.push(req.url ?? '')
        const { status = 200, headers = {}, body = '', parts = [] } = this.answerWith(req)
        // Whatever leaks into a page is seen in it.
        const seen = JSON.stringify({ ...req.headers, url: req.url }).replaceAll('<', '')
        const link = '</a.js>; rel=preload; as="script"'
        res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', link, ...headers })
        res.write(`<!DOCTYPE html><p>${seen}</p>${body}`)
        res.end('<script src="/a.js"></script>')
        return parts
      },
      watch: this.watch,
      headers: ['Content-Security-Policy', `script-src 'none'`],
      origin: 'https://tracker.example',
      session: '__Host-x.session_token',
      megabytes: 1,
      mayRender: () => this.mayRender,
    })
  }

  reset(): void {
    this.pages = this.#anew()
    this.drawn = []
    this.answerWith = () => ({})
    this.mayRender = true
  }

  async ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    const sent = request(`${this.origin}${path}`, { method, headers, agent: false }).end()
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    const chunks = await answer.toArray()
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }
  }
}

/** Opens it for the tests of a file; each finds nothing kept. */
export function served(): Served {
  const made = new Served()
  let server: Server
  beforeAll(async () => {
    server = createServer(async (req, res) => {
      if (made.pages.fastPath(req, res)) return
      const key = pageKey(req.url ?? '', Date.now())
      if (key) await made.pages.answer(req, res, key)
      else res.writeHead(404).end()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    made.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await made.watch.end()
  })
  beforeEach(() => made.reset())
  return made
}
