// What is settled before a request reaches the pages: what cannot be answered, and what every answer says.

import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Said } from './respond.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
// Passkeys are asked for by our own pages; nothing else that asks its owner for something is.
const permissions =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)'
const maxBody = 13 * 1024 * 1024

/** Why a request cannot be answered, as a status and the name of a sentence. */
export function refusal(req: IncomingMessage): [number, Said] | undefined {
  const url = req.url ?? ''
  if (!methods.includes(req.method ?? '')) return [405, 'method']
  if (url.length > 8192) return [414, 'longAddress']
  if (!url.startsWith('/')) return [400, 'notOurs']
  if (/%00/.test(url) || !isDecodable(url)) return [400, 'malformed']
  if (!URL.canParse(`http://${req.headers.host}`)) return [400, 'noHost']
  if (Number(req.headers['content-length'] ?? 0) > maxBody) return [413, 'tooLarge']
  if (!isReading(req) && (req.headers.origin !== home() || req.headers['sec-fetch-site'] === 'cross-site'))
    return [403, 'foreign']
  return undefined
}

export const isReading = ({ method = '' }: Pick<IncomingMessage, 'method'>) =>
  ['GET', 'HEAD', 'OPTIONS'].includes(method)

// From the settings, never from the request: a forged Host or X-Forwarded-Host must not make a stranger one of us.
export const home = () =>
  URL.parse(process.env.BASE_URL ?? '')?.origin ?? `http://localhost:${process.env.PORT || 3000}`

/**
 * Who we are is told by the setting alone. Next asks Host and X-Forwarded-Host: a forged one would fail every form, and
 * so would an honest proxy that passes on another name than BASE_URL's.
 */
export function nameUs({ headers }: IncomingMessage): void {
  headers.host = new URL(home()).host
  for (const name of Object.keys(headers))
    if (name === 'forwarded' || /^x-forwarded-(?!for)/.test(name)) delete headers[name]
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/** A body without a declared length is counted as it comes in. */
export function limitBody(req: IncomingMessage, refuse: (status: number, said: Said) => void): void {
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

const policy = (scripts: string) =>
  [
    `default-src 'self'`,
    `script-src ${scripts}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

const manners = (): [name: string, value: string][] => [
  ...(home().startsWith('https:')
    ? [['Strict-Transport-Security', 'max-age=31536000'] as [string, string]]
    : []),
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', permissions],
]

/** Which sites may show an answer of this type: a picture is made to be shown elsewhere, anything else is not. */
export const reachOf = (type = ''): [name: string, value: string] => [
  'Cross-Origin-Resource-Policy',
  type.startsWith('image/') ? 'cross-origin' : 'same-origin',
]

/** Only scripts that carry this answer's nonce run; Next finds it in the policy on the request and puts it on its own. */
export function securityHeaders(req: IncomingMessage, res: ServerResponse, dev: boolean): void {
  const nonce = randomBytes(16).toString('base64')
  const said = policy(`'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`)
  req.headers['content-security-policy'] = said
  res.setHeader('Content-Security-Policy', said)
  for (const [name, value] of [...manners(), reachOf()]) res.setHeader(name, value)
}

/** What every public page says: it holds no script, and none may come in. */
export const publicManners = (): [name: string, value: string][] => [
  ['Content-Security-Policy', policy(`'none'`)],
  ...manners(),
]
