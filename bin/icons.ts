// Makes the icons of public/ from public/icon.svg: `npm run icons`, after the drawing was changed.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rasterise } from '#lib/charts/resvg.ts'
import { root } from './paths.ts'

const folder = join(root, 'public')

/** The drawing as a PNG of so many pixels square. */
const png = (svg: string, size: number): Buffer =>
  Buffer.from(rasterise(svg, { fitTo: { mode: 'width', value: size } }, (image) => image.asPng()))

// Phones round the corners themselves, and show what is transparent as black.
const square = (svg: string) => svg.replace(/ rx="\d+"/, '')

/** An ICO file that holds these PNGs: a directory of 16 bytes an image, then the images (en.wikipedia.org/wiki/ICO_(file_format)). */
function ico(pictures: { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  for (const [nth, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * nth
    head.writeUInt8(size, entry)
    head.writeUInt8(size, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
  }
  return Buffer.concat([head, ...pictures.map((each) => each.png)])
}

/** File name → bytes. */
export function iconsOf(svg: string): Record<string, Buffer> {
  return {
    'favicon.ico': ico([16, 32, 48].map((size) => ({ size, png: png(svg, size) }))),
    'apple-touch-icon.png': png(square(svg), 180),
    'icon-192.png': png(svg, 192),
    'icon-512.png': png(svg, 512),
  }
}

if (import.meta.main)
  for (const [name, bytes] of Object.entries(iconsOf(readFileSync(join(folder, 'icon.svg'), 'utf8')))) {
    writeFileSync(join(folder, name), bytes)
    console.log(`  ${name} (${bytes.length} bytes)`)
  }
