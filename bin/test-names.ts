// Which tests the names on a command line mean, as filters for Vitest and Playwright.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { logs, root } from './paths.ts'
import { nowhere } from './prepare.ts'
import { run, UserError } from './steps.mjs'

export type Asked = {
  /** Paths from the root; none where no name is a part of a file's path. */
  files: string[]
  titles: string[]
  /** What goes to the test runner as it is. */
  options: string[]
}

const notOurs = ['node_modules', '.next', 'data', 'test-results']
const patterns = { unit: '**/*.test.{ts,tsx}', e2e: 'e2e/**/*.spec.ts' }

/** All files of unit tests or of journeys, as paths from the root. */
export const testFiles = (part: keyof typeof patterns): string[] =>
  globSync(patterns[part], { cwd: root, exclude: (path) => notOurs.includes(path) }).sort()

/** A name is a part of the path of a file, or else of a test's title; what begins with a dash is an option. */
export function readNames(words: string[], all: string[]): Asked {
  const options = words.filter((word) => word.startsWith('-'))
  const names = words.filter((word) => !word.startsWith('-'))
  const having = (name: string) => all.filter((file) => file.includes(name.replace(/^\.\//, '')))
  return {
    files: [...new Set(names.flatMap(having))],
    titles: names.filter((name) => having(name).length === 0),
    options,
  }
}

export const noTest = (title: string, files: string[] = []): string =>
  files.length > 0
    ? `No file has “${title}” in its path, and no test in ${files.join(', ')} has it in its title.`
    : `No test has “${title}” in its title or in the path of its file.`

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const anyOf = (titles: string[]) => titles.map(escaped).join('|')

/** Files with any of the names in their path; where titles are named too, in these files or in all. */
export function vitestFilter({ files, titles, options }: Asked): string[] {
  if (titles.length === 0) return [...files, ...options]
  return [...(files.length ? files : holding(titles)), `--testNamePattern=${anyOf(titles)}`, ...options]
}

// To load all files takes minutes: a title that no source has word by word can only be one that is put together.
const putTogether = /\b(test|describe)(\.\w+)*\(\s*[^'"\s]|\.each\b/

function holding(titles: string[]): string[] {
  const texts = testFiles('unit').map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  const found = titles.flatMap((title) => {
    const literal = texts.filter(({ text }) => text.includes(title))
    return literal.length > 0 ? literal : texts.filter(({ text }) => putTogether.test(text))
  })
  return [...new Set(found.map(({ file }) => file))]
}

export function playwrightFilter({ files, titles, options }: Asked): string[] {
  return [...files.map(escaped), ...(titles.length ? [`--grep=${anyOf(titles)}`] : []), ...options]
}

/** Throws a UserError where a title is no journey's. Playwright tells without a server, so before anything is built. */
export async function findJourneys({ files, titles }: Asked, signal: AbortSignal): Promise<void> {
  for (const title of titles) {
    const filter = playwrightFilter({ files, titles: [title], options: [] })
    const args = [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--list', ...filter]
    const env = { ...process.env, ...nowhere, NODE_OPTIONS: '--conditions=react-server' }
    await run(process.execPath, args, { cwd: root, log: join(logs, 'test/names.log'), env, signal }).catch(
      (error: Error) => {
        // A journey that cannot be loaded is not found either, and says why.
        throw /Error: (?!No tests found)/.test(error.message) ? error : new UserError(noTest(title, files))
      },
    )
  }
}
