// `npm test`: every check, on a throw-away database, with one line of counts at the end.

import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { needChromium } from './chromium.ts'
import { type Counts, playwrightCounts, titlesRun, vitestCounts } from './counts.ts'
import { discard, throwAway } from './database.ts'
import { journeys } from './journeys.ts'
import { logs, openData, root, testLock } from './paths.ts'
import { build, generateClient } from './prepare.ts'
import { amend, onStop, take } from './processes.ts'
import { command, run, seconds, step, UserError } from './steps.mjs'
import {
  type Asked,
  findJourneys,
  noTest,
  playwrightFilter,
  readNames,
  testFiles,
  vitestFilter,
} from './test-names.ts'

const [part, ...words] = process.argv.slice(2)
const wants = (name: string) => part === undefined || part === name
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const stopping = new AbortController()
const { signal } = stopping
const bin = (path: string) => join(root, 'node_modules', path)

function add(counts: Counts): void {
  for (const each of ['passed', 'failed', 'skipped'] as const) total[each] += counts[each]
}

/** A step that may fail without hiding what the later ones find; it counts as one failure. */
async function attempt(
  name: string,
  work: (note: (text: string) => void) => Promise<unknown>,
): Promise<boolean> {
  if (signal.aborted) return false
  try {
    await step(name, work)
    return true
  } catch (error) {
    if (!signal.aborted) console.error(error instanceof UserError ? `\n${error.message}\n` : error)
    total.failed++
    return false
  }
}

/** Runs a test runner on the console; true when it was content. */
async function runner(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const since = performance.now()
  console.log(`\n  ${name}`)
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  signal.removeEventListener('abort', stop)
  console.log(`  ${code === 0 ? '✓' : '✗'} ${name} (${seconds(since)})`)
  return code === 0
}

const tool = (path: string, args: string[], log: string) =>
  run(process.execPath, [bin(path), ...args], { cwd: root, log: join(logs, log), signal })

async function unit(admin: string, asked?: Asked): Promise<void> {
  const report = join(logs, 'test/vitest.json')
  rmSync(report, { force: true })
  const args = [
    bin('vitest/vitest.mjs'),
    'run',
    ...(asked ? vitestFilter(asked) : []),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const isGood = await runner('Vitest: unit, domain, architecture', args, {
    ...process.env,
    TEST_DATABASE_URL: admin,
  })
  add(vitestCounts(report, isGood))
  const ran = titlesRun(report)
  for (const title of asked?.titles ?? [])
    if (!ran.some((each) => each.includes(title))) throw new UserError(noTest(title, asked?.files))
}

/** Apart from the rest: it takes a minute, and only changes to what fetches, reads or draws sources can break it. */
async function hostile(admin: string): Promise<void> {
  const report = join(logs, 'test/hostile.json')
  rmSync(report, { force: true })
  const args = [
    bin('vitest/vitest.mjs'),
    'run',
    '--config=lab/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const env = { ...process.env, TEST_DATABASE_URL: admin }
  add(vitestCounts(report, await runner('Vitest: hostile addresses and answers', args, env)))
}

/** Apart from the rest as well: workflows and tamperings in their thousands, and kills. */
async function chaos(admin: string): Promise<void> {
  await attempt('Production build', (note) => build(note, signal))
  const trials: [string, string[], Record<string, string>][] = [
    ['Vitest: a thousand workflows', ['lib/review/workflow.test.ts'], { RUNS: '40' }],
    [
      'Vitest: fifty editors, a hundred at once',
      ['lib/review/review.test.ts', 'lib/review/twice.test.ts'],
      { RUNS: '2' },
    ],
    ['Vitest: a thousand tamperings', ['worker/tamper.test.ts'], { RUNS: '34' }],
    [
      'Vitest: killed while writing, and without its database',
      ['--config=lab/vitest.config.ts'],
      { LAB: 'chaos' },
    ],
  ]
  for (const [name, args, more] of trials) {
    const report = join(logs, 'test/chaos.json')
    rmSync(report, { force: true })
    const all = [bin('vitest/vitest.mjs'), 'run', ...args, '--reporter=default', '--reporter=json']
    const env = { ...process.env, ...more, TEST_DATABASE_URL: admin }
    add(vitestCounts(report, await runner(name, [...all, `--outputFile.json=${report}`], env)))
  }
}

/** The pages as Lighthouse sees them, on the demo: performance, accessibility, best practices, SEO. */
async function lighthouse(env: NodeJS.ProcessEnv): Promise<void> {
  const args = [join(root, 'bin/lighthouse.ts')]
  const isGood = await runner('Lighthouse: performance, accessibility, best practices, SEO', args, env)
  add({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 })
}

async function endToEnd(
  admin: string,
  only: string[] = [],
  more: Record<string, string> = {},
): Promise<void> {
  const isBuilt = await attempt('Production build', (note) => build(note, signal))
  let chromium = ''
  const hasChromium = await attempt('Chromium', async (note) => {
    chromium = await needChromium(note)
    note(chromium)
  })
  if (!isBuilt || !hasChromium || signal.aborted) return
  const report = join(logs, 'test/playwright.json')
  rmSync(report, { force: true })
  await journeys(admin, signal, attempt, async (env) => {
    const args = [bin('@playwright/test/cli.js'), 'test', ...only]
    const given = {
      ...env,
      ...more,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON: report,
      NODE_OPTIONS: '--conditions=react-server',
    }
    if (part === 'lighthouse') return lighthouse(given)
    if (part === 'screenshots') args.push('--config=lab/playwright.config.ts')
    add(playwrightCounts(report, await runner('Playwright: journeys on the production build', args, given)))
  })
}

async function test(): Promise<number> {
  if (part !== undefined && !['unit', 'e2e', 'lighthouse', 'screenshots', 'hostile', 'chaos'].includes(part))
    throw new UserError(`The parts are unit, e2e, lighthouse, screenshots, hostile and chaos, not "${part}".`)
  const asked = part === 'unit' || part === 'e2e' ? readNames(words, testFiles(part)) : undefined
  if (words.length > 0 && !asked) throw new UserError('Names of tests go with test:unit and test:e2e alone.')
  onStop(() => stopping.abort())
  openData()
  mkdirSync(join(logs, 'test'), { recursive: true })
  const leftovers: string[][] = []
  const other = take(testLock, { doing: 'npm test' }, (left) => leftovers.push(left.also ?? []))
  if (other) throw new UserError(`The tests already run in this folder, as process ${other.pid}.`)
  for (const folders of leftovers) await discard(folders)
  let server: Awaited<ReturnType<typeof throwAway>> | undefined
  try {
    await generateClient()
    if (part === 'e2e' && asked) await findJourneys(asked, signal)
    if (part === undefined) {
      await attempt('Biome', () =>
        tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'], 'biome.log'),
      )
      await attempt('TypeScript', async () => {
        await tool('next/dist/bin/next', ['typegen'], 'typegen.log')
        // What an earlier run remembers has missed an import of what another file exports no more.
        await tool('typescript/bin/tsc', ['--noEmit', '--incremental', 'false'], 'tsc.log')
      })
    }
    const external = process.env.TEST_DATABASE_URL
    const ready = await attempt('Database for the tests', async (note) => {
      server = external ? undefined : await throwAway()
      if (server) amend(testLock, server.folders)
      note(external ? 'TEST_DATABASE_URL' : 'a Postgres that is thrown away afterwards')
    })
    const admin = external ?? server?.url
    if (ready && admin && wants('unit')) await unit(admin, asked)
    if (ready && admin && (wants('e2e') || part === 'lighthouse' || part === 'screenshots'))
      await endToEnd(admin, asked ? playwrightFilter(asked) : [])
    if (ready && admin && part === 'chaos') {
      await chaos(admin)
      await endToEnd(admin, ['page-cache'], { RUNS: '30' })
    }
    if (ready && admin && part === 'hostile') {
      await hostile(admin)
      await endToEnd(admin, ['hostile-pages', 'matrix', 'actions', 'two-clocks'], { RUNS: '2' })
    }
  } finally {
    await server?.stop()
    rmSync(testLock, { force: true })
  }
  if (signal.aborted) console.log('\nStopped before the end.')
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  return total.failed > 0 || signal.aborted ? 1 : 0
}

await command(test)
