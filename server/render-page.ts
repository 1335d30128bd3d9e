// Renders a public page: Next answers a request into memory, static parts are put in, scripts stripped. Requests are made
// up: what a stranger sent along never reaches the page, and a reader who leaves does not end what others wait for.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { BufferedResponse, requestFor, type Whole } from './in-memory-http.ts'
import { stripScripts } from './strip-scripts.ts'

/** Answers, and gives the page's static parts (server/static-render.ts): all of them are there once the answer has ended. */
export type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<string[]>

// Next sends title and description late, for a script to put in place, to whoever does not say what they are.
const agent = 'Followthrough'

export class PageRenderer {
  readonly #handle: Handle
  readonly #host: string
  /** How many pages were rendered for readers since the start. */
  count = 0

  /** `host` is what pages are told in place of whatever a reader's Host says. */
  constructor(handle: Handle, host: string) {
    this.#handle = handle
    this.#host = host
  }

  /** What a visitor reads at this address; with headers of theirs, what a member does. */
  async read(url: string, headers: Record<string, string> = {}): Promise<Whole> {
    this.count++
    return this.#render(
      requestFor(url, { host: this.#host, 'user-agent': agent, 'x-address': url, ...headers }),
    )
  }

  /** The answer to a form, which needs the request as it came. */
  async answerForm(req: IncomingMessage): Promise<Whole> {
    for (const name of Object.keys(req.headers)) if (isOfNext(name)) delete req.headers[name]
    req.headers['user-agent'] ||= agent
    // Next would compress its answer, and scripts must be stripped first.
    const { 'accept-encoding': accepted } = req.headers
    delete req.headers['accept-encoding']
    const answered = await this.#render(req)
    if (accepted !== undefined) req.headers['accept-encoding'] = accepted
    return answered
  }

  async #render(req: IncomingMessage): Promise<Whole> {
    const res = new BufferedResponse(req)
    const parts = await this.#handle(req, res)
    const whole = await res.whole()
    if (!String(whole.headers['content-type']).startsWith('text/html')) return whole
    return { ...whole, body: Buffer.from(stripScripts(insertParts(whole.body.toString(), parts))) }
  }
}

const isOfNext = (name: string) => /^(rsc$|next-|x-middleware-|x-nextjs-|x-matched-path)/.test(name)

// React writes "<" and quotes in texts and attributes as entities: nobody's words can be taken for such an element, and
// a part is not looked through.
function insertParts(html: string, parts: string[]): string {
  return html.replace(
    /(<(?:div|article)\b[^<>]*?) data-static-part="(\d+)">/g,
    (_, element, nth) => `${element}>${parts[Number(nth)] ?? ''}`,
  )
}
