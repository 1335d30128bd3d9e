// A device that holds one passkey, for tests: it signs what it is told to, also what no honest one would.

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

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
