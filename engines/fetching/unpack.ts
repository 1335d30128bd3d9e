// Knows the Content-Encoding of an answer, and decompresses it within a limit (against decompression bombs).

import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { CaptureFailure } from '#engines/fetching/faults.ts'

type Unpacker = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const undeflate: Unpacker = promisify(inflate)
const undeflateRaw: Unpacker = promisify(inflateRaw)

// Not zstd: we do not ask for it, and its window may demand 128 MB before the first byte comes out.
const unpackers: Record<string, Unpacker> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: (bytes, options) =>
    // Some servers send the bare stream without the header that the word 'deflate' stands for.
    (((bytes[0] ?? 0) & 0x0f) === 8 ? undeflate : undeflateRaw)(bytes, options),
}

export const acceptedEncodings = 'gzip, br, deflate'

/** The unpacker that a Content-Encoding asks for: one layer at most, since each more multiplies a bomb. */
export function packingOf(header: string | undefined): string | null {
  const layers = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity')
  const [only, ...more] = layers
  if (only === undefined) return null
  if (more.length > 0 || !Object.hasOwn(unpackers, only))
    throw new CaptureFailure('encoding', { detail: layers.join(', ').slice(0, 200) })
  return only
}

/** The bytes as they were before packing; never more than `limit` of them. */
export async function unpack(bytes: Uint8Array, packing: string | null, limit: number): Promise<Uint8Array> {
  const unpacker = packing === null ? undefined : unpackers[packing]
  // Servers mark empty answers as packed too.
  if (!unpacker || bytes.length === 0) return bytes
  try {
    return await unpacker(bytes, { maxOutputLength: limit })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new CaptureFailure('too-large', { cause: error })
    throw new CaptureFailure('encoding', { detail: String(code), cause: error })
  }
}
