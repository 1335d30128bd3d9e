// Finds Chromium for the browser tests, or installs it where this machine lets us.

import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { logs, root } from './paths.ts'
import { run, UserError } from './steps.mjs'

// The headless shell first: without a window to compose it takes half the time of the browser around it.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const cli = join(root, 'node_modules/@playwright/test/cli.js')

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    execFileSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}

/** The Chromium that is here, if one is. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named && !isRunnable(named)) throw new UserError(`CHROMIUM_PATH names ${named}, which does not run.`)
  const candidates = [named, ...names.map(onPath), chromium.executablePath()]
  return candidates.find((file) => file && isRunnable(file))
}

/** A Chromium, installed if need be; a test that cannot have one fails, it is never left out. */
export async function needChromium(note: (text: string) => void): Promise<string> {
  const found = findChromium()
  if (found) return found
  const log = join(logs, 'chromium.log')
  try {
    if (process.getuid?.() === 0 && onPath('apt-get')) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      await run('apt-get', ['update'], { log, note, env })
      const install = (name: string) =>
        run('apt-get', ['install', '-y', name, 'fonts-noto-cjk'], { log, note, env })
      // Not every release packages the shell alone.
      await install('chromium-headless-shell').catch(() => install('chromium'))
    } else await run(process.execPath, [cli, 'install', 'chromium'], { log, note })
  } catch (error) {
    note('none found, and none could be installed')
    if (!(error instanceof UserError)) throw error
  }
  const installed = findChromium()
  if (installed) return installed
  throw new UserError(
    `The browser tests need a Chromium, and none could be installed (see ${log}). Type one of these, then try again:
  sudo apt-get install chromium fonts-noto-cjk
  npx playwright install --with-deps chromium`,
  )
}
