// Has Next draw a page for a request that we make up, and gathers the whole answer: what a stranger sent along never
// reaches the page, and a reader who leaves does not end what others wait for.

import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

export type Drawn = { status: number; headers: OutgoingHttpHeaders; body: Buffer }
/** Answers, and gives what was drawn apart (server/apart.ts): all of it is there once the answer has ended. */
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

  // As the original does, by way of whatever stands in for writeHead: see server/answer.ts.
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
  async whole(parts: string[]): Promise<Drawn> {
    if (!this.finished) await new Promise((resolve) => this.once('close', resolve))
    const body = Buffer.concat(this.#chunks)
    return {
      status: this.statusCode,
      headers: this.getHeaders(),
      body: parts.length ? Buffer.from(together(body.toString(), parts)) : body,
    }
  }
}

export async function draw(req: IncomingMessage, handle: Handle): Promise<Drawn> {
  const res = new Gathered(req)
  return res.whole(await handle(req, res))
}

// React writes "<" in a text as an entity: nobody's words can be taken for a mark, and a part is not looked through.
function together(html: string, parts: string[]): string {
  return html.replace(/<!--apart (\d+)-->/g, (mark, nth) => parts[Number(nth)] ?? mark)
}
