import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encode, encodingFor, encodingOf } from './encodings.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP;Q=0.5', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['identity;q=1, br;q=0.5', 'identity'],
  ['identity;q=0, gzip;q=0.1', 'gzip'],
  ['*;q=0', 'identity'],
  ['zstd, deflate', 'identity'],
  ['br;q=nonsense', 'identity'],
  ['br;q=7', 'br'],
  ['br;q=0.2, *;q=0.4', 'gzip'],
  ['identity, br;q=0.9', 'identity'],
] as const)('what is accepted as “%s” is sent as %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})

test('whatever is accepted, the choice is one of ours and the same when asked again', () => {
  fc.assert(
    fc.property(fc.string(), (accepted) => {
      expect(['br', 'gzip', 'identity']).toContain(encodingOf(accepted))
      expect(encodingOf(accepted)).toBe(encodingFor(accepted))
    }),
  )
})

test('what was encoded comes out as it went in', async () => {
  const bytes = Buffer.from('as it went in '.repeat(100))
  expect(brotliDecompressSync(await encode(bytes, 'br'))).toEqual(bytes)
  expect(gunzipSync(await encode(bytes, 'gzip'))).toEqual(bytes)
  expect(await encode(bytes, 'identity')).toBe(bytes)
})
