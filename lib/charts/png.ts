// The PNG of a chart, bounded in size.

import { renderPng } from '#lib/charts/picture.ts'

/** Pixels across, unless the picture is so tall that it would have more than `mostPixels` in all. */
const across = 1800
const mostPixels = 12e6

/** The PNG of a chart's SVG; null when so many wait that another had better come back later. */
export const pngOf = (svg: string): Promise<Uint8Array<ArrayBuffer> | null> => renderPng(svg, widthFor(svg))

function widthFor(svg: string): number {
  const [, width = '1', height = '1'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  return Math.min(across, Math.floor(Math.sqrt((mostPixels * Number(width)) / Number(height))))
}
