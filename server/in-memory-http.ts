// HTTP in memory: a request that nobody sent, and a response that goes nowhere and keeps its headers and its bytes.

import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

export type Whole = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** A GET request for `url` with these headers and no others. */
export function requestFor(url: string, headers: Record<string, string>): IncomingMessage {
  const req = new IncomingMessage(new Socket())
  req.method = 'GET'
  req.url = url
  Object.assign(req.headers, headers)
  req.push(null)
  return req
}

export class BufferedResponse extends ServerResponse {
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

  /** All of it, once the answer has ended. */
  async whole(): Promise<Whole> {
    if (!this.finished) await new Promise((resolve) => this.once('close', resolve))
    return { status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) }
  }
}
