// Console output of the commands: steps, progress and errors.
// Runs before the packages are there, on any Node from 20.19: node:* only.

import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

// What runs alone may be piped on: only its own words go to the standard output.
const out = process.argv.includes('--alone') ? process.stderr : process.stdout
const tty = out.isTTY === true

/** A reason to stop that is told in words, without a stack. */
export class UserError extends Error {}

/** @param {number} since */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** @param {string} text */
const line = (text) => out.write(`${tty ? '\r\x1b[K' : ''}${text}`)

/**
 * One line for one piece of work, with its time; from two seconds on, a line that shows it is still going.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => T | Promise<T>} work `note` sets what is said after the name
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = performance.now()
  let said = ''
  let next = 2
  const ticking = setInterval(() => {
    if (performance.now() - start < next * 1000) return
    next += tty ? 1 : 10
    const text = `  … ${name}${said ? `: ${said}` : ''} (${seconds(start)})`
    line(tty ? text.slice(0, (out.columns || 80) - 1) : `${text}\n`)
  }, 250)
  try {
    const result = await work((text) => {
      said = text
    })
    line(`  ✓ ${name}${said ? `: ${said}` : ''} (${seconds(start)})\n`)
    return result
  } catch (error) {
    line(`  ✗ ${name} (${seconds(start)})\n`)
    throw error
  } finally {
    clearInterval(ticking)
  }
}

/**
 * Runs a command with its output in a log file; when it fails, the end of that output is the reason given.
 * @param {string} command
 * @param {string[]} args
 * @param {{ log: string, env?: NodeJS.ProcessEnv, cwd?: string, note?: (text: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<string>} what it wrote to its standard output
 */
export async function run(command, args, { log, note, ...options }) {
  mkdirSync(dirname(log), { recursive: true })
  const file = createWriteStream(log, { mode: 0o600 })
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let tail = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      file.write(text)
      if (stream === child.stdout) out += text
      tail = (tail + text).slice(-4000)
      const last = stripVTControlCharacters(text).trim().split('\n').at(-1)?.trim()
      // A line that begins with a frame is a piece of a picture, which alone says nothing.
      if (last && !/^[│┆╭╰]/.test(last)) note?.(last)
    })
  }
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      tail += error.message
      resolve(1)
    })
    child.on('close', resolve)
  })
  file.end()
  if (code === 0) return out
  throw new UserError(`${tail.trim().split('\n').slice(-25).join('\n')}\n\nThe whole output is in ${log}.`)
}

/**
 * The outermost call of a command: its answer is the exit code, and a UserError ends it in words.
 * @param {() => Promise<number | undefined>} work
 */
export async function command(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
