// Rasterises SVG to PNG (resvg), one at a time and off the event loop, with fonts that have both scripts.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { LRUCache } from 'lru-cache'

const fonts = join(process.cwd(), 'node_modules/@embedpdf/fonts-sc/fonts')
const font = {
  loadSystemFonts: false,
  fontFiles: ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'].map((each) => join(fonts, each)),
  defaultFontFamily: 'Noto Sans S Chinese',
}

const mostWaiting = 12
let waiting = 0
let before: Promise<unknown> = Promise.resolve()
// By what was drawn: the same drawing is the same picture, whoever asks and in whatever content version.
const pictures = new LRUCache<string, Promise<Uint8Array<ArrayBuffer>>>({ max: 60 })

/** The picture, as wide as asked or as it says itself; null when so many are wanted at once that it is not worth the wait. */
export async function renderPng(svg: string, width?: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = createHash('sha256').update(`${width} ${svg}`).digest('base64')
  const found = pictures.get(key)
  if (found) return found
  if (waiting >= mostWaiting) return null
  const picture = made(svg, width)
  pictures.set(key, picture)
  picture.catch(() => pictures.delete(key))
  return picture
}

async function made(svg: string, width?: number): Promise<Uint8Array<ArrayBuffer>> {
  waiting++
  const fitTo = width ? ({ mode: 'width', value: width } as const) : ({ mode: 'original' } as const)
  const mine = before.then(() => renderAsync(svg, { font, fitTo, logLevel: 'off' }))
  before = mine.catch(() => undefined)
  try {
    return new Uint8Array((await mine).asPng())
  } finally {
    waiting--
  }
}
