// The sandbox's child process, which reads captures in turn:
// a line of JSON and the bytes come in, a line of JSON goes out.

import { extract } from '#engines/extraction/extract.ts'
import type { ContentHints } from '#engines/extraction/reading.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'

let waiting: Buffer = Buffer.alloc(0)
let chunks: Buffer[] = []
let needed = 0
let about: ContentHints | null = null

process.stdin.on('data', (chunk: Buffer) => {
  chunks.push(chunk)
  const size = chunks.reduce((sum, each) => sum + each.length, 0)
  if (size < needed) return
  waiting = Buffer.concat(chunks)
  chunks = [waiting]
  take()
})

function take(): void {
  if (!about) {
    const end = waiting.indexOf(10)
    if (end < 0) return
    const head = JSON.parse(waiting.toString('utf8', 0, end)) as ContentHints & { length: number }
    about = { contentType: head.contentType, address: head.address }
    needed = head.length
    waiting = waiting.subarray(end + 1)
    chunks = [waiting]
  }
  if (waiting.length < needed) return
  const bytes = new Uint8Array(waiting.subarray(0, needed))
  const own = about
  about = null
  needed = 0
  waiting = Buffer.alloc(0)
  chunks = []
  void answer(bytes, own)
}

async function answer(bytes: Uint8Array, own: ContentHints): Promise<void> {
  let said: unknown
  try {
    said = { reading: await extract(bytes, own) }
  } catch (error) {
    said =
      error instanceof CaptureFailure
        ? { fault: error.fault, detail: error.detail }
        : {
            fault: 'bad-answer',
            detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }
  }
  process.stdout.write(`${JSON.stringify(said)}\n`)
}
