// Checkpoints as signed notes (C2SP, Ed25519): what is signed of the ledger's head, and its verification.

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

export type Checkpoint = { origin: string; seq: number; hash: string; at: Date }

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** The signing key from its seed, 32 bytes in base64url (RFC 8032 §5.1.5). Throws when it is none. */
export function keyFrom(seed: string): KeyObject {
  const bytes = Buffer.from(seed, 'base64url')
  if (bytes.length !== 32) throw new Error('The ledger’s key must be 32 bytes in base64url.')
  return createPrivateKey({ key: Buffer.concat([pkcs8, bytes]), format: 'der', type: 'pkcs8' })
}

/** The public part as C2SP's signed notes write it: name, key hash, then algorithm and key in base64. */
export function verifierKey(origin: string, key: KeyObject): string {
  const typed = typedOf(key)
  return `${origin}+${hashOf(origin, typed).toString('hex')}+${typed.toString('base64')}`
}

// 1 stands for Ed25519.
function typedOf(key: KeyObject): Buffer {
  const bytes = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length)
  return Buffer.concat([Buffer.from([1]), bytes])
}

function hashOf(origin: string, typed: Uint8Array): Buffer {
  return createHash('sha256').update(`${origin}\n`).update(typed).digest().subarray(0, 4)
}

/**
 * A signed note (C2SP signed-note) over four lines: the ledger's name, how many entries it has, the hash of the last
 * in base64, and when. Unlike a C2SP checkpoint's the hash is that of the chain, not of a Merkle tree: whoever checks
 * has all entries anyway (docs/decisions/010).
 */
export function signNote({ origin, seq, hash, at }: Checkpoint, key: KeyObject): string {
  const text = `${origin}\n${seq}\n${Buffer.from(hash, 'hex').toString('base64')}\n${at.toISOString()}\n`
  const signed = Buffer.concat([hashOf(origin, typedOf(key)), sign(null, Buffer.from(text), key)])
  return `${text}\n— ${origin} ${signed.toString('base64')}\n`
}

/** What a note says, if the key signed it; otherwise why it counts for nothing. */
export function readNote(note: string, publicKey: string): Checkpoint | { fault: string } {
  const [, origin = '', encoded = ''] = /^(.+?)\+[0-9a-f]{8}\+(.+)$/.exec(publicKey) ?? []
  const typed = Buffer.from(encoded, 'base64')
  if (typed[0] !== 1 || typed.length !== 33) return { fault: 'The public key is malformed.' }
  const parts = /^(.+\n(\d+)\n([\w+/=]{44})\n(.+)\n)\n— (.+) ([\w+/=]+)\n$/.exec(note)
  if (!parts) return { fault: 'A checkpoint is malformed.' }
  const [, text = '', seq = '', hash = '', at = '', name = '', signature = ''] = parts
  const signed = Buffer.from(signature, 'base64')
  const key = createPublicKey({ key: Buffer.concat([spki, typed.subarray(1)]), format: 'der', type: 'spki' })
  const isSound =
    name === origin &&
    text.startsWith(`${origin}\n`) &&
    signed.subarray(0, 4).equals(hashOf(origin, typed)) &&
    verify(null, Buffer.from(text), key, signed.subarray(4))
  if (!isSound) return { fault: `The checkpoint of entry ${seq} does not bear the signature of this key.` }
  return { origin, seq: Number(seq), hash: Buffer.from(hash, 'base64').toString('hex'), at: new Date(at) }
}
