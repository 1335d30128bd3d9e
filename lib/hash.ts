// SHA-256, the one hash of the product (FIPS 180-4): of archived bytes, ledger entries, secrets of links.

import { createHash } from 'node:crypto'

/** The SHA-256 of bytes, or of a text as UTF-8, in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
