// Has Next draw a page for a request that we make up, and gathers the whole answer, put together and without scripts:
// what a stranger sent along never reaches the page, and a reader who leaves does not end what others wait for.

import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { scriptless } from './strip-scripts.ts'

export type Drawn = { status: number; headers: OutgoingHttpHeaders; body: Buffer }
/** Answers, and gives what was drawn apart (server/static-render.ts): all of it is there once the answer has ended. */
export type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<string[]>

/** A request for `url` with these headers and no others. */
export function requestFor(url: string, headers: Record<string, string>): IncomingMessage {
  const req = new IncomingMessage(new Socket())
  req.method = 'GET'
  req.url = url
  Object.assign(req.headers, headers)
  req.push(null)
  return req
}

/** An answer that goes nowhere: its head and its bytes stay here. */
export class Gathered extends ServerResponse {
  readonly #chunks: Buffer[] = []
  #isBegun = false

  constructor(req: IncomingMessage) {
    super(req)
    Object.defineProperty(this, 'headersSent', { get: () => this.#isBegun })
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find((each) => typeof each === 'object' && each !== null)
    for (const [name, value] of Object.entries(headers ?? {}))
      if (value !== undefined) this.setHeader(name, value as string)
    this.#isBegun = true
    return this
  }

  // As the original does, by way of whatever stands in for writeHead: see server/respond.ts.
  override flushHeaders(): void {
    if (!this.#isBegun) this.writeHead(this.statusCode)
  }

  override write(chunk: string | Uint8Array): boolean {
    this.flushHeaders()
    this.#chunks.push(Buffer.from(chunk as string))
    return true
  }

  override end(...given: unknown[]): this {
    if (this.finished) return this
    const [chunk] = given
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk)
    else this.flushHeaders()
    this.finished = true
    process.nextTick(() => {
      this.emit('finish')
      this.emit('close')
    })
    return this
  }

  /** What was gathered, once the answer has ended. */
  async whole(): Promise<Drawn> {
    if (!this.finished) await new Promise((resolve) => this.once('close', resolve))
    return { status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) }
  }
}

export async function draw(req: IncomingMessage, handle: Handle): Promise<Drawn> {
  const res = new Gathered(req)
  const parts = await handle(req, res)
  const found = await res.whole()
  const isHtml = String(found.headers['content-type']).startsWith('text/html')
  return isHtml ? { ...found, body: Buffer.from(scriptless(together(found.body.toString(), parts))) } : found
}

// React writes "<" and quotes in texts and attributes as entities: nobody's words can be taken for such an element, and
// a part is not looked through.
function together(html: string, parts: string[]): string {
  return html.replace(
    /(<(?:div|article)\b[^<>]*?) data-apart="(\d+)">/g,
    (_, element, nth) => `${element}>${parts[Number(nth)] ?? ''}`,
  )
}
