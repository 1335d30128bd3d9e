// Content-addressed storage of the bytes of sources: each content once, under its SHA-256, compressed.

import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { db, type Tx } from '#lib/database/client.ts'
import { NotFound } from '#lib/errors.ts'
import type { Packing } from '#lib/generated/prisma/enums.ts'
import { sha256 } from '#lib/hash.ts'

const pack = promisify(brotliCompress)
const unpack = promisify(brotliDecompress)
// Quality 5 packs HTML to about a sixth in a tenth of the time of the best quality.
const packed = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** Keeps the bytes unless they are there, and returns their SHA-256 in hex. For a verb that has asked, in its transaction. */
export async function unscopedStoreOriginal(tx: Tx, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes)
  if (await tx.original.count({ where: { sha256: hash } })) return hash
  const small = await pack(bytes, packed)
  const isSmaller = small.length < bytes.length
  const row = { sha256: hash, size: bytes.length, packing: isSmaller ? 'BROTLI' : 'NONE' } as const
  // Two captures of one content at once: the second finds the first's.
  await tx.original.createMany({
    data: [{ ...row, bytes: new Uint8Array(isSmaller ? small : bytes) }],
    skipDuplicates: true,
  })
  return hash
}

/** The bytes as they came, from how they are stored. */
export async function unpackOriginal(row: { packing: Packing; bytes: Uint8Array }): Promise<Uint8Array> {
  return row.packing === 'NONE' ? row.bytes : await unpack(row.bytes)
}

/** The bytes with this SHA-256, for what reads them again: they are shown to nobody. Throws NotFound. */
export async function unscopedOriginalBytes(hash: string): Promise<Uint8Array> {
  const row = await db.original.findUnique({
    where: { sha256: hash },
    select: { packing: true, bytes: true },
  })
  if (!row) throw new NotFound('original')
  return unpackOriginal(row)
}

/** Lets go of bytes that nothing rests on any more. For a verb that has asked, in its transaction. */
export async function unscopedDropOriginal(tx: Tx, hash: string): Promise<void> {
  await tx.original.deleteMany({
    where: { sha256: hash, snapshots: { none: {} }, captures: { none: {} }, liveChecks: { none: {} } },
  })
}
