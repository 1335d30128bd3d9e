// Turns a picture of ours into a PNG: off the main thread, one at a time, with fonts that come along.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

const fonts = join(process.cwd(), 'node_modules/@embedpdf/fonts-sc/fonts')
const font = {
  // A server may have no fonts, or ones without Chinese; these have both scripts, and the picture is the same anywhere.
  loadSystemFonts: false,
  fontFiles: ['Regular', 'Bold'].map((weight) => join(fonts, `NotoSansHans-${weight}.otf`)),
  defaultFontFamily: 'Noto Sans Hans',
}

/** Pixels across, unless the picture is so tall that it would have more than `mostPixels` in all. */
const across = 1800
const mostPixels = 12e6
const mostWaiting = 4
const mostKept = 24

const kept = new Map<string, Promise<Buffer>>()
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** The PNG of an SVG that this product drew; null when so many wait that another had better come back later. */
export async function pngOf(svg: string): Promise<Buffer | null> {
  const key = createHash('sha256').update(svg).digest('base64')
  const found = kept.get(key)
  if (found) return found
  if (waiting >= mostWaiting) return null
  waiting++
  const made = last.then(() => render(svg))
  last = made.catch(() => undefined).then(() => void waiting--)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest) kept.delete(oldest)
  return made
}

async function render(svg: string): Promise<Buffer> {
  const [, width = '1', height = '1'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const most = Math.floor(Math.sqrt((mostPixels * Number(width)) / Number(height)))
  const drawn = await renderAsync(svg, { font, fitTo: { mode: 'width', value: Math.min(across, most) } })
  return drawn.asPng()
}
