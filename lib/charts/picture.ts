// Rasterises SVG to PNG (resvg), one at a time and in a thread of its own, with fonts that have both scripts.

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'

type Png = Uint8Array<ArrayBuffer>

const mostWaiting = 12
const longest = 20_000
// Kept for the next picture: to read the fonts takes as long as to draw one.
const patience = 60_000

let waiting = 0
let before: Promise<unknown> = Promise.resolve()
let thread: Worker | undefined
let rest: NodeJS.Timeout | undefined
// By what was drawn: the same drawing is the same picture, whoever asks and in whatever content version.
const pictures = new LRUCache<string, Promise<Png | null>>({ max: 60 })

/** The picture, as wide as asked or as it says itself; null when so many are wanted at once, or it takes so long, that it is not worth the wait. */
export async function renderPng(svg: string, width?: number): Promise<Png | null> {
  const key = createHash('sha256').update(`${width} ${svg}`).digest('base64')
  const found = pictures.get(key)
  if (found) return found
  if (waiting >= mostWaiting) return null
  const picture = made(svg, width)
  pictures.set(key, picture)
  picture.catch(() => null).then((png) => png ?? pictures.delete(key))
  return picture
}

async function made(svg: string, width?: number): Promise<Png | null> {
  waiting++
  const mine = before.then(() => drawn(svg, width))
  before = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting--
  }
}

async function drawn(svg: string, width: number | undefined): Promise<Png | null> {
  clearTimeout(rest)
  // What a thread died of is said by `once` below; without a listener of its own, Node would end the process.
  thread ??= new Worker(join(process.cwd(), 'lib/charts/picture-thread.ts')).on('error', () => undefined)
  const mine = thread
  // A thread at rest does not keep the process alive, one at work does.
  mine.ref()
  const signal = AbortSignal.timeout(longest)
  try {
    mine.postMessage({ svg, width })
    const [png] = await once(mine, 'message', { signal })
    return png
  } catch (error) {
    await ended(mine)
    if (signal.aborted) return null
    throw error
  } finally {
    mine.unref()
    rest = setTimeout(() => ended(mine), patience).unref()
  }
}

async function ended(mine: Worker): Promise<void> {
  if (thread === mine) thread = undefined
  await mine.terminate()
}
