// The security headers of every answer: Content-Security-Policy, HSTS, nosniff, Permissions-Policy, CORP and the like.

import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ownOrigin } from './own-origin.ts'

type Header = [name: string, value: string]

// Passkeys are asked for by our own pages; nothing else that asks its owner for something is.
const permissions =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)'

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

const securityHeaders = (): Header[] => [
  ...(ownOrigin().startsWith('https:') ? [['Strict-Transport-Security', 'max-age=31536000'] as Header] : []),
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', permissions],
]

/** Those of public pages and files: they hold no script, and none may come in. */
export const scriptlessHeaders = (): Header[] => [
  ['Content-Security-Policy', policy(`'none'`)],
  ...securityHeaders(),
]

/** Which sites may show an answer of this type: a picture is made to be shown elsewhere, anything else is not. */
export const resourcePolicy = (type = ''): Header => [
  'Cross-Origin-Resource-Policy',
  type.startsWith('image/') ? 'cross-origin' : 'same-origin',
]

/** Only scripts that carry this answer's nonce run; Next finds it in the policy on the request and puts it on its own. */
export function setNonceHeaders(req: IncomingMessage, res: ServerResponse, dev: boolean): void {
  const nonce = randomBytes(16).toString('base64')
  const value = policy(`'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`)
  req.headers['content-security-policy'] = value
  res.setHeader('Content-Security-Policy', value)
  setHeaders(res, [...securityHeaders(), resourcePolicy()])
}

export function setHeaders(res: ServerResponse, headers: Header[]): void {
  for (const [name, value] of headers) res.setHeader(name, value)
}
