// Makes a PNG of an SVG, one at a time and off the event loop, with fonts that have both scripts.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

const fonts = join(process.cwd(), 'node_modules/@embedpdf/fonts-sc/fonts')
const font = {
  loadSystemFonts: false,
  fontFiles: ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'].map((each) => join(fonts, each)),
  defaultFontFamily: 'Noto Sans S Chinese',
}

const mostWaiting = 12
const mostKept = 60
let waiting = 0
let before: Promise<unknown> = Promise.resolve()
// By what was drawn: the same drawing is the same picture, whoever asks and in whatever edition.
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** The picture, as wide as asked or as it says itself; null when so many are wanted at once that it is not worth the wait. */
export async function pictureOf(svg: string, width?: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = createHash('sha256').update(`${width} ${svg}`).digest('base64')
  const found = kept.get(key)
  if (!found && waiting >= mostWaiting) return null
  const picture = found ?? made(svg, width)
  kept.delete(key)
  kept.set(key, picture)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest) kept.delete(oldest)
  picture.catch(() => kept.delete(key))
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
