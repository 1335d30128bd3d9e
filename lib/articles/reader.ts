// Reads sources in a child process that is killed when it takes too long or too much: some pages are made to be so.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { About, Reading } from '#lib/articles/extract.ts'
import { CaptureFailure, type CaptureFault } from '#lib/articles/faults.ts'

const longestMs = 10_000
const heapMb = 384
const program = join(import.meta.dirname, 'reader-child.ts')

type Answer = { reading: Reading } | { fault: CaptureFault; detail: string | null }

// Starting a child takes longer than reading a page: one is kept ready for the next.
let ready: ChildProcess | undefined

function begun(): ChildProcess {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heapMb}`, '--disable-warning=ExperimentalWarning', program],
    {
      // Nothing of ours goes along: no secret, no address of the database.
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    },
  )
  child.unref()
  child.channel?.unref()
  return child
}

/** Reads bytes as `extract` does, within 10 s and 384 MB. Throws CaptureFailure. */
export async function readBytes(
  bytes: Uint8Array,
  about: About,
  options: { signal?: AbortSignal } = {},
): Promise<Reading> {
  const { signal } = options
  if (signal?.aborted) throw new CaptureFailure('cancelled')
  const child = ready?.connected ? ready : begun()
  ready = undefined
  const answer = await answerOf(child, { bytes, about }, signal)
  if ('reading' in answer) {
    if (ready) child.kill('SIGKILL')
    else ready = child
    return answer.reading
  }
  child.kill('SIGKILL')
  const { fault, detail } = answer
  throw new CaptureFailure(fault, detail === null ? {} : { detail })
}

function answerOf(child: ChildProcess, ask: object, signal: AbortSignal | undefined): Promise<Answer> {
  child.ref()
  child.channel?.ref()
  return new Promise<Answer>((settle) => {
    const end = (answer: Answer) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      child.removeAllListeners()
      child.on('error', () => undefined)
      child.unref()
      child.channel?.unref()
      settle(answer)
    }
    const cancel = () => end({ fault: 'cancelled', detail: null })
    const timer = setTimeout(() => end({ fault: 'too-long-to-read', detail: null }), longestMs)
    signal?.addEventListener('abort', cancel)
    child.on('message', (message: Answer) => end(message))
    child.on('exit', () => end({ fault: 'too-long-to-read', detail: 'It took more memory than a page may.' }))
    child.on('error', (error) => end({ fault: 'our-side', detail: error.message }))
    child.send(ask, (error) => error && end({ fault: 'our-side', detail: null }))
  })
}
