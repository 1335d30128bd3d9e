// Secrets of one-time links (bearer tokens): whoever holds one may pass; the database keeps only hashes.

import { randomBytes } from 'node:crypto'
import { env } from '#lib/env.ts'
import { sha256 } from '#lib/hash.ts'

type Secret = { token: string; hash: string }

/** A new secret of 256 bits with what to keep of it. */
export function newSecret(): Secret {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: sha256(token) }
}

/** The whole address for a path with a secret in it: the host is the operator's, never a request's. */
export function secretLink(path: string): string {
  return `${env().BASE_URL}${path}`
}
