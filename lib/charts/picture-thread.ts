// The thread that makes PNGs (lib/charts/picture.ts): takes { svg, width }, answers with the bytes, dies of what it cannot draw.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { rasterise } from '#lib/charts/resvg.ts'

const fonts = join(process.cwd(), 'node_modules/@embedpdf/fonts-sc/fonts')
const font = {
  fontBuffers: ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'].map((each) =>
    readFileSync(join(fonts, each)),
  ),
  defaultFontFamily: 'Noto Sans S Chinese',
}

parentPort?.on('message', ({ svg, width }: { svg: string; width?: number }) => {
  const fitTo = width ? ({ mode: 'width', value: width } as const) : ({ mode: 'original' } as const)
  parentPort?.postMessage(rasterise(svg, { font, fitTo }, (image) => image.asPng()))
})
