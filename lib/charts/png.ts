// The PNG of a chart, bounded in size, and kept for as long as it is asked for often.

import { createHash } from 'node:crypto'
import { pictureOf } from '#lib/sharing/picture.ts'

type Png = Uint8Array<ArrayBuffer> | null

/** Pixels across, unless the picture is so tall that it would have more than `mostPixels` in all. */
const across = 1800
const mostPixels = 12e6
const mostKept = 24
const kept = new Map<string, Promise<Png>>()

/** The PNG of a chart's SVG; null when so many wait that another had better come back later. */
export function pngOf(svg: string): Promise<Png> {
  const key = createHash('sha256').update(svg).digest('base64')
  const made = kept.get(key) ?? pictureOf(svg, widthFor(svg))
  kept.delete(key)
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest) kept.delete(oldest)
  const forget = () => void kept.delete(key)
  made.then((png) => png ?? forget(), forget)
  return made
}

function widthFor(svg: string): number {
  const [, width = '1', height = '1'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  return Math.min(across, Math.floor(Math.sqrt((mostPixels * Number(width)) / Number(height))))
}
