// Serves public pages over HTTP: from the page cache, else rendered, without scripts, compressed, with ETags and 304.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { isText, matches, type Variant } from './cached-page.ts'
import { encode, encodingOf } from './encodings.ts'
import type { Whole } from './in-memory-http.ts'
import { type Options as CacheOptions, PageCache } from './page-cache.ts'
import type { PageKey } from './page-key.ts'
import { type Handle, PageRenderer } from './render-page.ts'
import { errorPage } from './respond.ts'
import { resourcePolicy } from './security-headers.ts'

export type Options = Omit<CacheOptions, 'render'> & {
  /** Next.js, or what stands in its place. */
  handle: Handle
  /** Our own origin, which pages are told in place of whatever a reader's Host says. */
  origin: string
  /** The name that a session's cookie has: who sends it may be a member, and gets a page of their own. */
  session: string
}

const passed = ['content-type', 'content-disposition', 'location', 'allow', 'retry-after']

export class PublicSite {
  readonly cache: PageCache
  readonly #renderer: PageRenderer
  readonly #session: string
  readonly #mayRender: () => boolean
  #kept = 0
  #unchanged = 0

  constructor(options: Options) {
    this.#renderer = new PageRenderer(options.handle, new URL(options.origin).host)
    this.cache = new PageCache({ ...options, render: (url) => this.#renderer.read(url) })
    this.#session = options.session
    this.#mayRender = options.mayRender
  }

  /** Pages since the start, by how they were answered: from memory, not sent again, rendered. */
  counts() {
    return { kept: this.#kept, unchanged: this.#unchanged, drawn: this.#renderer.count }
  }

  /** Answers at once what lies ready; false leaves everything to `answer`. Nothing here waits or asks. */
  fastPath(req: IncomingMessage, res: ServerResponse): boolean {
    const { method, url = '' } = req
    if (method !== 'GET' && method !== 'HEAD') return false
    const page = this.cache.peek(url)
    if (!page) return false
    const { accepted, known, isMember } = headersOf(req.rawHeaders, this.#session)
    const variant = isMember ? undefined : page.ready(encodingOf(accepted))
    if (!variant) return false
    this.#give(method, known, res, variant)
    return true
  }

  /** Answers a request for a public page, whoever sends it and however. */
  async answer(req: IncomingMessage, res: ServerResponse, key: PageKey): Promise<void> {
    const { method, headers } = req
    if (method !== 'GET' && method !== 'HEAD')
      return send(req, res, await this.#renderer.answerForm(req), 'private, no-store')
    if (headers.cookie?.includes(this.#session)) {
      if (!this.#mayRender()) return errorPage(res, 503, 'away')
      return send(req, res, await this.#renderer.read(key.url, sentBy(req)), 'private, no-store')
    }
    const found = await this.cache.get(key)
    if (!found) return errorPage(res, 503, 'away')
    if ('once' in found) return send(req, res, found.once, 'no-cache')
    const variant = await found.page.compressed(encodingOf(headers['accept-encoding']))
    this.#give(method, headers['if-none-match'], res, variant)
  }

  #give(method: string, known: string | undefined, res: ServerResponse, variant: Variant): void {
    if (known !== undefined && matches(known, variant.tag)) {
      this.#unchanged++
      res.writeHead(304, variant.unchanged).end()
      return
    }
    this.#kept++
    res.writeHead(200, variant.head)
    if (method === 'HEAD') res.end()
    else res.end(variant.bytes)
  }
}

// From the raw list, because only a page that must be rendered is worth parsing all headers.
function headersOf(raw: string[], session: string) {
  let accepted: string | undefined
  let known: string | undefined
  let isMember = false
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? ''
    const value = raw[at + 1] ?? ''
    if (name.length === 6 && name.toLowerCase() === 'cookie') isMember ||= value.includes(session)
    else if (name.length === 15 && name.toLowerCase() === 'accept-encoding')
      accepted = accepted === undefined ? value : `${accepted}, ${value}`
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match')
      known = known === undefined ? value : `${known}, ${value}`
  }
  return { accepted, known, isMember }
}

/** What a member's page may know of the request: who asks, and from where. */
const sentBy = ({ headers }: IncomingMessage): Record<string, string> => ({
  cookie: headers.cookie ?? '',
  'x-peer': String(headers['x-peer'] ?? ''),
})

async function send(req: IncomingMessage, res: ServerResponse, whole: Whole, cache: string): Promise<void> {
  const { status, headers, body } = whole
  const encoding = isText(headers['content-type']) ? encodingOf(req.headers['accept-encoding']) : 'identity'
  const bytes = await encode(body, encoding)
  res.setHeader(...resourcePolicy(String(headers['content-type'])))
  for (const name of passed) if (headers[name] !== undefined) res.setHeader(name, headers[name])
  // What a form's answer sets is its sender's; a page that is read sets nothing.
  if (req.method === 'POST' && headers['set-cookie']) res.setHeader('set-cookie', headers['set-cookie'])
  if (encoding !== 'identity') res.setHeader('content-encoding', encoding)
  res.setHeader('vary', 'Accept-Encoding, Cookie')
  res.setHeader('cache-control', cache)
  res.setHeader('content-length', bytes.length)
  res.writeHead(status)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}
