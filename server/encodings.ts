// In which encoding a browser wants an answer, and the answer in it.

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)

/** The best of ours that an Accept-Encoding allows, by its qualities (RFC 9110 §12.5.3); br before gzip where equal. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const qualities = new Map<string, number>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((each) => each.trim())
    const weight = parameters.find((each) => each.startsWith('q='))?.slice(2)
    const quality = weight === undefined ? 1 : Number(weight)
    if (coding)
      qualities.set(coding === 'x-gzip' ? 'gzip' : coding, quality >= 0 && quality <= 1 ? quality : 0)
  }
  // Plain bytes are always welcome unless they are refused, and then they are still better than none.
  const of = (coding: Encoding) =>
    qualities.get(coding) ?? qualities.get('*') ?? (coding === 'identity' ? 0.0001 : 0)
  const allowed = encodings.filter((coding) => of(coding) > 0)
  return allowed.sort((a, b) => of(b) - of(a))[0] ?? 'identity'
}

// Memorised because browsers send few different ones; a stranger's many must not fill the memory.
const most = 200
const chosen = new Map<string, Encoding>()

export function encodingOf(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const found = chosen.get(accepted)
  if (found) return found
  const encoding = encodingFor(accepted)
  if (chosen.size >= most) chosen.clear()
  if (accepted.length <= 200) chosen.set(accepted, encoding)
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
