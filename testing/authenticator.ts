// A software authenticator for tests: a device with a passkey (WebAuthn), which signs what it is told to,
// also what no honest one would, and an app that shows codes (TOTP).

import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (text: string) => createHash('sha256').update(text).digest()
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64url')

/** Where the answer claims to come from, and which of its owner's signs it claims: 1 present, 4 verified. */
type Claims = { origin?: string; rpId?: string; flags?: number; counter?: number; type?: string }

export function authenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32).toString('base64url')
  // The key in COSE (RFC 9052): {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
  const answer = (challenge: string, claims: Claims = {}) => {
    const { origin = 'http://localhost:3000', rpId = 'localhost', flags = 5, counter = 0 } = claims
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const data = Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
    const client = JSON.stringify({ type: claims.type ?? 'webauthn.get', challenge, origin })
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
    return {
      id,
      rawId: id,
      type: 'public-key' as const,
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64(client),
        authenticatorData: base64(data),
        signature: base64(signature),
      },
    }
  }
  return { id, publicKey: cose.toString('base64'), answer }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app shows for a secret (RFC 6238, SHA-1, 30 s, six digits). */
export function codeOf(secret: string, at = Date.now()): string {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
