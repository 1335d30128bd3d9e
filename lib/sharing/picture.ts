// Makes a PNG of an SVG, one at a time and off the event loop, with fonts that have both scripts.

import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

const fonts = join(process.cwd(), 'node_modules/@embedpdf/fonts-sc/fonts')
const font = {
  loadSystemFonts: false,
  fontFiles: ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'].map((each) => join(fonts, each)),
  defaultFontFamily: 'Noto Sans S Chinese',
}

const mostWaiting = 12
let waiting = 0
let before: Promise<unknown> = Promise.resolve()

/** The picture, or null when so many are asked for at once that this one is not worth the wait. */
export async function pictureOf(svg: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (waiting >= mostWaiting) return null
  waiting++
  const mine = before.then(() => renderAsync(svg, { font, logLevel: 'off' }))
  before = mine.catch(() => undefined)
  try {
    return new Uint8Array((await mine).asPng())
  } finally {
    waiting--
  }
}
