import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { playwrightCounts, vitestCounts } from './counts.ts'
import { root } from './paths.ts'
import { hashOf } from './prepare.ts'
import { amend, holderOf, startChild, startOf, take } from './processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-unit-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: unknown = '') => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('the lock', () => {
  test('a living holder is named, and nobody else gets it', () => {
    const lock = join(folder, 'lock')
    expect(take(lock, { doing: 'first' })).toBeUndefined()
    expect(take(lock, { doing: 'second' })).toMatchObject({ pid: process.pid, doing: 'first' })
  })

  test('a holder whose number now belongs to another process is dead, and what it left is handed over', () => {
    const lock = file('stale', { pid: process.pid, started: 'before', doing: 'old', also: ['/gone'] })
    const left: unknown[] = []
    expect(holderOf(lock).holder).toBeUndefined()
    expect(take(lock, { doing: 'new' }, (by) => left.push(by.also))).toBeUndefined()
    amend(lock, ['/here'])
    expect(left).toEqual([['/gone']])
    expect(holderOf(lock).holder).toMatchObject({ doing: 'new', also: ['/here'] })
    expect(readdirSync(folder).filter((name) => name.startsWith('stale.'))).toEqual([])
  })

  test('a process that never was has no start', () => {
    expect(startOf(process.pid)).not.toBeNull()
    expect(startOf(2 ** 30)).toBeNull()
  })
})

test('the hash of the sources moves with a name and with a content, not with a test', () => {
  file('a.ts', '1')
  const before = hashOf(['a.ts', 'b.ts', 'c.test.ts'], folder)
  file('c.test.ts', '1')
  expect(hashOf(['a.ts', 'b.ts', 'c.test.ts'], folder)).toBe(before)
  file('b.ts', '')
  const named = hashOf(['a.ts', 'b.ts', 'c.test.ts'], folder)
  file('a.ts', '2')
  expect(new Set([before, named, hashOf(['a.ts', 'b.ts', 'c.test.ts'], folder)]).size).toBe(3)
})

describe('the counts', () => {
  const numbers = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 2 }

  test('a file that could not be read is a failure', () => {
    const report = file('v.json', { ...numbers, testResults: [{ status: 'failed', assertionResults: [] }] })
    expect(vitestCounts(report, false)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  test('a run that fails without a failing test is one failure', () => {
    expect(playwrightCounts(file('p.json', { stats, errors: [] }), false)).toMatchObject({
      passed: 4,
      failed: 1,
    })
    expect(playwrightCounts(file('q.json', { stats, errors: [] }), true)).toMatchObject({
      failed: 0,
      skipped: 2,
    })
  })

  test('a missing report is one failure', () => {
    expect(vitestCounts(join(folder, 'none'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(playwrightCounts(join(folder, 'none'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

test('what a child forks itself is not let go of before it has answered', async () => {
  const script = join(folder, 'forks.mjs')
  writeFileSync(
    script,
    `import { fork } from 'node:child_process'
if (process.argv[2]) process.on('message', (said) => process.send(said + ', too'))
else {
  const inner = fork(process.argv[1], ['inner'])
  inner.on('message', (said) => process.send(said, () => process.exit()))
  inner.on('exit', () => process.send('nothing', () => process.exit()))
  inner.send('heard')
}`,
  )
  const child = startChild(
    relative(root, script),
    process.env,
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    false,
  )
  const [said] = await once(child, 'message')
  expect(said).toBe('heard, too')
})
