import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rasterise } from '#lib/charts/resvg.ts'
import { iconsOf } from './icons.ts'

const lying = (name: string) => readFileSync(`public/${name}`)

/** The pictures of a file: a PNG is one, an icon names where each of its own begins. */
function pictures(bytes: Buffer): Buffer[] {
  if (bytes.readUInt32BE(0) === 0x89504e47) return [bytes]
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0, 1])
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, nth) => {
    const at = bytes.readUInt32LE(6 + 16 * nth + 12)
    return bytes.subarray(at, at + bytes.readUInt32LE(6 + 16 * nth + 8))
  })
}
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

/** What is seen of a PNG, four bytes a pixel. */
function pixels(png: Buffer): Buffer {
  const [width, height] = sizeOf(png)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`
  return Buffer.from(rasterise(svg, {}, (image) => image.pixels))
}

test.each([
  ['favicon.ico', [16, 32, 48]],
  ['apple-touch-icon.png', [180]],
  ['icon-192.png', [192]],
  ['icon-512.png', [512]],
])('%s shows the drawing of icon.svg in its sizes', (name, sizes) => {
  const made = pictures(iconsOf(lying('icon.svg').toString())[name] ?? Buffer.alloc(0))
  const found = pictures(lying(name))
  expect(found.map(sizeOf)).toEqual(sizes.map((size) => [size, size]))
  for (const [nth, png] of found.entries()) {
    const [seen, wanted] = [pixels(png), pixels(made[nth] ?? png)]
    expect(seen.length).toBe(wanted.length)
    // Another processor may round a colour otherwise.
    expect(seen.findIndex((value, at) => Math.abs(value - (wanted[at] ?? 0)) > 2)).toBe(-1)
    expect(new Set(seen).size).toBeGreaterThan(8)
  }
})

test('a touch icon fills its square', () => {
  expect([...pixels(lying('apple-touch-icon.png')).subarray(0, 4)]).toEqual([0x0b, 0x50, 0x69, 0xff])
  expect([...pixels(lying('icon-192.png')).subarray(0, 4)]).toEqual([0, 0, 0, 0])
})
