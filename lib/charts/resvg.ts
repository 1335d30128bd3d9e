// resvg in WebAssembly, ready to draw. Its native build reads a font's whole file again for each glyph.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm'

await initWasm(readFileSync(join(process.cwd(), 'node_modules/@resvg/resvg-wasm/index_bg.wasm')))

/** A drawing as resvg understood it, and as it looks in pixels; throws on SVG that is not well-formed XML. */
export function rasterise(svg: string, options: ResvgRenderOptions = {}) {
  // Its memory is not the garbage collector's: what is not freed is lost until the process ends.
  const drawing = new Resvg(svg, options)
  const image = drawing.render()
  try {
    return { width: image.width, height: image.height, pixels: image.pixels, png: image.asPng() }
  } finally {
    image.free()
    drawing.free()
  }
}
