// The sandbox: reads captured bytes in a child process with little memory, killed when it takes too long.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { ContentHints, Reading } from '#engines/extraction/reading.ts'
import { CaptureFailure, type CaptureFault } from '#engines/fetching/faults.ts'

type Options = { signal?: AbortSignal | undefined; limit?: number }
type Answer = { reading: Reading } | { fault: CaptureFault; detail: string | null }

const longest = 10_000
const megabytes = 384
// Kept for the next page: starting a child takes longer than reading most pages.
const patience = 60_000
const mostAnswer = 64 * 1024 * 1024

const most = Math.max(1, availableParallelism() - 1)
const idle: { child: ChildProcessWithoutNullStreams; timer: NodeJS.Timeout }[] = []
const queue: (() => void)[] = []
let busy = 0

export async function readBytes(
  bytes: Uint8Array,
  about: ContentHints,
  options: Options = {},
): Promise<Reading> {
  await turn(options.signal)
  try {
    if (options.signal?.aborted) throw new CaptureFailure('cancelled')
    return await readIn(taken(), bytes, about, options)
  } finally {
    busy -= 1
    queue.shift()?.()
  }
}

/** Waits until a child may work for us: no more at once than leaves the server a processor. */
async function turn(signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) throw new CaptureFailure('cancelled')
  if (busy >= most)
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }
      const stop = () => {
        queue.splice(queue.indexOf(go), 1)
        reject(new CaptureFailure('cancelled'))
      }
      queue.push(go)
      signal?.addEventListener('abort', stop, { once: true })
    })
  busy += 1
}

function taken(): ChildProcessWithoutNullStreams {
  for (let kept = idle.pop(); kept; kept = idle.pop()) {
    clearTimeout(kept.timer)
    if (kept.child.exitCode === null && kept.child.signalCode === null) return kept.child
  }
  const root = process.cwd()
  const file = join(root, 'engines', 'extraction', 'sandbox-child.ts')
  // No surroundings and no rights beyond reading the program itself: what it reads comes from strangers.
  const rights = ['--permission', `--allow-fs-read=${root}`]
  const flags = [...rights, `--max-old-space-size=${megabytes}`, '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, file], { env: { NODE_ENV: 'production' }, stdio: 'pipe' })
  child.stderr.resume()
  child.stdin.on('error', () => {})
  return child
}

function rest(child: ChildProcessWithoutNullStreams): void {
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  timer.unref()
  hold(child, false)
  idle.push({ child, timer })
}

/** An idle child does not keep the process alive, a working one does. */
function hold(child: ChildProcessWithoutNullStreams, isHeld: boolean): void {
  for (const each of [child, child.stdin, child.stdout, child.stderr] as {
    ref?: () => void
    unref?: () => void
  }[])
    isHeld ? each.ref?.() : each.unref?.()
}

function readIn(
  child: ChildProcessWithoutNullStreams,
  bytes: Uint8Array,
  about: ContentHints,
  { signal, limit = longest }: Options,
): Promise<Reading> {
  hold(child, true)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = (act: () => void, isWell = false) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      child.stdout.removeAllListeners('data')
      child.removeAllListeners()
      child.on('error', () => {})
      if (isWell) rest(child)
      else child.kill('SIGKILL')
      act()
    }
    const fail = (fault: CaptureFault, detail?: string | null) =>
      end(() => reject(new CaptureFailure(fault, detail ? { detail } : {})))
    const cancel = () => fail('cancelled')
    const timer = setTimeout(() => fail('too-long-to-read', 'time'), limit)
    signal?.addEventListener('abort', cancel, { once: true })
    child.on('error', (error) => fail('bad-answer', error.message))
    child.on('exit', () => fail('too-long-to-read', 'memory'))
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > mostAnswer) return fail('too-long-to-read', 'answer')
      if (chunk.at(-1) !== 10) return
      const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer
      if ('reading' in answer) end(() => resolve(answer.reading), true)
      else
        end(
          () => reject(new CaptureFailure(answer.fault, answer.detail ? { detail: answer.detail } : {})),
          true,
        )
    })
    child.stdin.write(`${JSON.stringify({ ...about, length: bytes.length })}\n`)
    child.stdin.write(bytes)
  })
}
