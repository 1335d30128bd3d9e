// A page in memory, compressed once for each encoding that browsers ask for, with its ETag and headers (RFC 9110 §8.8.3).

import { createHash } from 'node:crypto'
import { type Encoding, encode } from './encodings.ts'
import { resourcePolicy } from './security-headers.ts'

/** The page in one encoding, with the headers that go with it as node:http takes them at once: names and values in turn. */
export type Variant = { tag: string; head: string[]; unchanged: string[]; bytes: Buffer }

const vary = ['Vary', 'Accept-Encoding, Cookie']

export const isText = (type: unknown) => /^text\/|json|xml/.test(String(type))

export class CachedPage {
  readonly #type: string
  readonly #body: Buffer
  readonly #headers: string[]
  readonly #hash: string
  readonly #isText: boolean
  readonly #variants: Partial<Record<Encoding, Variant>> = {}

  /** `headers` stand in every answer besides what the page itself needs. */
  constructor(type: string, body: Buffer, headers: string[]) {
    this.#type = type
    this.#body = body
    this.#headers = headers
    this.#hash = createHash('sha256').update(body).digest('base64url').slice(0, 27)
    // Pictures are compressed already.
    this.#isText = isText(type)
  }

  /** The bytes it may take: other encodings are made when they are wanted, and are counted from the start. */
  get size(): number {
    return Math.ceil(this.#body.length * 1.5)
  }

  /** The page as a reader wants it, if it was compressed so before. */
  ready(wanted: Encoding): Variant | undefined {
    return this.#variants[this.#isText ? wanted : 'identity']
  }

  /** The page as a reader wants it. */
  async compressed(wanted: Encoding): Promise<Variant> {
    const encoding = this.#isText ? wanted : 'identity'
    const found = this.#variants[encoding]
    if (found) return found
    const bytes = await encode(this.#body, encoding)
    const isPlain = encoding === 'identity'
    const tag = `"${this.#hash}${isPlain ? '' : `-${encoding}`}"`
    const unchanged = [...vary, 'ETag', tag, 'Cache-Control', 'no-cache']
    const kind = ['Content-Type', this.#type, 'Content-Length', String(bytes.length)]
    const coded = isPlain ? [] : ['Content-Encoding', encoding]
    const head = [...kind, ...coded, ...unchanged, ...this.#headers, ...resourcePolicy(this.#type)]
    const made = { tag, head, unchanged, bytes }
    this.#variants[encoding] = made
    return made
  }
}

/** Whether an If-None-Match names this tag (RFC 9110 §13.1.2): weakly compared, in a list, or any with “*”. */
export function matches(known: string, tag: string): boolean {
  return (
    known === tag || known.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')))
  )
}
