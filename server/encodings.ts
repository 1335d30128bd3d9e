// Content negotiation: in which encoding a browser wants an answer (Accept-Encoding), and the answer compressed so.

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]
// What negotiator 1.0 takes besides, and its types do not say: the order where a client likes several equally well.
type Preferring = {
  encoding(ours: readonly string[], more: { preferred: readonly string[] }): string | undefined
}

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)

/** The best of ours that an Accept-Encoding allows, by its qualities (RFC 9110 §12.5.3); br before gzip where equal. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  // An old name that still counts: RFC 9110 §8.4.1.3.
  const named = accepted.toLowerCase().replace(/\bx-gzip\b/g, 'gzip')
  const client: Preferring = new Negotiator({ headers: { 'accept-encoding': named } })
  const chosen = client.encoding(encodings, { preferred: encodings })
  // Plain bytes are better than none, even where they are refused.
  return encodings.find((each) => each === chosen) ?? 'identity'
}

// Memorised because browsers send few different ones; a stranger's many, or long ones, must not fill the memory.
const chosen = new LRUCache<string, Encoding>({ max: 200 })
const longest = 200

export function encodingOf(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const found = chosen.get(accepted)
  if (found) return found
  const encoding = encodingFor(accepted)
  if (accepted.length <= longest) chosen.set(accepted, encoding)
  return encoding
}

// Beyond this quality brotli takes several times as long for a few per cent: the first reader after a publication waits.
const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

export async function encode(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return bytes
  return encoding === 'br' ? packBrotli(bytes, brotli) : packGzip(bytes, { level: 6 })
}
