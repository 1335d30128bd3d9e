// Process liveness and the lock of the data folder (pidfile): a pid alone may by now belong to somebody else.

import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { logs, root } from './paths.ts'
import { run } from './steps.mjs'

/** When a process started, as an opaque text that no later process of the same number shares; null when it is dead. */
export function startOf(pid: number): string | null {
  try {
    if (!existsSync('/proc/self/stat')) {
      const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
      return line.startsWith('Z') ? null : line.slice(line.indexOf(' ')).trim()
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie is dead, though nobody has collected it: in a container often nobody does.
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
  } catch {
    return null
  }
}

/** Waits until `done` is true, asking every 50 ms; false when it never was within the time. */
export async function until(done: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; ) {
    if (await done()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return await done()
}

type Holder = { pid: number; started: string; doing: string; also?: string[] }

/** Who holds the lock, if that process still lives; `left` is what a dead one wrote. */
export function holderOf(file: string): { holder?: Holder; left?: Holder } {
  if (!existsSync(file)) return {}
  const found = JSON.parse(readFileSync(file, 'utf8')) as Holder
  return startOf(found.pid) === found.started ? { holder: found } : { left: found }
}

/**
 * Takes the lock for this process and answers with nothing, or with the living holder that has it.
 * `left` is handed what a dead holder wrote into it.
 */
export function take(file: string, mine: Partial<Holder>, left?: (by: Holder) => void): Holder | undefined {
  const draft = `${file}.${process.pid}`
  const me = { pid: process.pid, started: startOf(process.pid) ?? '', doing: 'working', ...mine }
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 })
  try {
    for (;;) {
      try {
        linkSync(draft, file) // whole or not at all, unlike creating it and then writing
        return undefined
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
      const found = holderOf(file)
      if (found.holder) return found.holder
      if (!found.left) continue
      const aside = `${draft}.left`
      renameSync(file, aside)
      // Between reading and renaming, another may have taken over already: then it is theirs, give it back.
      const moved = JSON.parse(readFileSync(aside, 'utf8')) as Holder
      if (moved.pid !== found.left.pid || moved.started !== found.left.started) {
        renameSync(aside, file)
        continue
      }
      rmSync(aside)
      left?.(found.left)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Adds to a lock that this process holds what a later holder must clean up after us. */
export function amend(file: string, also: string[]): void {
  const draft = `${file}.${process.pid}`
  const mine = JSON.parse(readFileSync(file, 'utf8')) as Holder
  writeFileSync(draft, JSON.stringify({ ...mine, also }), { mode: 0o600 })
  renameSync(draft, file)
}

const quiet = '--disable-warning=ExperimentalWarning'
const asServer = '--conditions=react-server'
// What is made to draw a page dies with it: with room enough it does so before it counts as old (megabytes).
const roomForYoung = '--max-semi-space-size=64'

/**
 * Starts a TypeScript file of ours as a process that ends when this one does, even when this one is killed.
 * In a group of its own: a Ctrl-C must reach it through us, in our order.
 */
export function startChild(
  file: string,
  env: NodeJS.ProcessEnv,
  options: SpawnOptions,
  conditions: boolean,
  args: string[] = [],
): ChildProcess {
  const flags = [
    `--import=${join(root, 'bin/exit-with-parent.ts')}`,
    quiet,
    ...(conditions ? [asServer] : []),
    ...(file === 'server/main.ts' ? [roomForYoung] : []),
  ]
  return spawn(process.execPath, [...flags, join(root, file), ...args], {
    cwd: root,
    env,
    detached: true,
    ...options,
  })
}

/** Runs a TypeScript file of ours to its end and answers with what it printed, which may be secret. */
export async function script(file: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<string> {
  const log = join(logs, `${file.replaceAll('/', '-')}.log`)
  const options = { cwd: root, env, log, ...(signal ? { signal } : {}) }
  const out = await run(process.execPath, [quiet, asServer, join(root, file)], options)
  rmSync(log, { force: true })
  return out
}

/** Asks a child to end, insists after `ms`, and returns when it is gone. */
export async function endChild(child: ChildProcess | undefined, ms: number): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), ms)
  await gone
  clearTimeout(insist)
}

/** Calls `stop` once, on Ctrl-C, on a request to end, or when the process that started this one is gone. */
export function onStop(stop: () => void): void {
  let asked = false
  const once = () => {
    if (!asked) stop()
    asked = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once)
  process.on('disconnect', once)
  process.channel?.unref()
}
