// Request validation, before any page sees a request: method, address, Host, size, and Origin against CSRF.

import type { IncomingMessage } from 'node:http'
import { ownOrigin } from './own-origin.ts'
import type { ErrorKey } from './respond.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const maxBody = 13 * 1024 * 1024

/** Why a request cannot be answered, as a status and the name of a sentence. */
export function refusal(req: IncomingMessage): [number, ErrorKey] | undefined {
  const url = req.url ?? ''
  if (!methods.includes(req.method ?? '')) return [405, 'method']
  if (url.length > 8192) return [414, 'longAddress']
  if (!url.startsWith('/')) return [400, 'notOurs']
  if (/%00/.test(url) || !isDecodable(url)) return [400, 'malformed']
  if (!URL.canParse(`http://${req.headers.host}`)) return [400, 'noHost']
  if (Number(req.headers['content-length'] ?? 0) > maxBody) return [413, 'tooLarge']
  const isForeign = req.headers.origin !== ownOrigin() || req.headers['sec-fetch-site'] === 'cross-site'
  return !isSafe(req) && isForeign ? [403, 'foreign'] : undefined
}

/** Whether its method is a safe one, which only reads (RFC 9110 §9.2.1). */
export const isSafe = ({ method = '' }: Pick<IncomingMessage, 'method'>) =>
  ['GET', 'HEAD', 'OPTIONS'].includes(method)

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/** A body without a declared length is counted as it comes in. */
export function limitBody(req: IncomingMessage, refuse: (status: number, key: ErrorKey) => void): void {
  let left = maxBody
  const push = req.push.bind(req)
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk && left >= 0) {
      left -= chunk.length
      if (left < 0) refuse(413, 'tooLarge')
    }
    return left < 0 && chunk ? true : push(chunk, encoding)
  }
}
