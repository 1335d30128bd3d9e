// resvg in WebAssembly, ready to draw. Its native build reads a font's whole file again for each glyph.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm'

type Image = ReturnType<InstanceType<typeof Resvg>['render']>

await initWasm(readFileSync(join(process.cwd(), 'node_modules/@resvg/resvg-wasm/index_bg.wasm')))

/** What `take` makes of the drawn image: its PNG, pixels or size. Throws on SVG that is not well-formed XML. */
export function rasterise<T>(svg: string, options: ResvgRenderOptions, take: (image: Image) => T): T {
  // Its memory is not the garbage collector's: what is not freed is lost until the process ends.
  const drawing = new Resvg(svg, options)
  try {
    const image = drawing.render()
    try {
      return take(image)
    } finally {
      image.free()
    }
  } finally {
    drawing.free()
  }
}
