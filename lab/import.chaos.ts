import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { getImport, previewImport } from '#lib/imports/read.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { makeCommitment, makeMember, makePublished } from '#testing/make.ts'
import { beginImport, confirmTable, csvOf, tableRow, versionOf } from '#testing/tables.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

const rows = 10_000
const kills = [1_500, 4_000, 7_500]

function startWorker(): ChildProcess {
  return spawn(
    process.execPath,
    ['--conditions=react-server', '--disable-warning=ExperimentalWarning', 'worker/main.ts'],
    { env: process.env, stdio: 'ignore' },
  )
}

/** The most memory a process has had, in megabytes, where the system tells. */
function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const wait = { timeout: 240_000, interval: 50 }

test(`an import of ${rows} rows whose worker is killed ${kills.length} times records each row once, and others publish meanwhile`, async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const text = csvOf(Array.from({ length: rows }, (_, n) => tableRow(made, `BULK-${n}`)))
  const since = performance.now()
  const id = await beginImport(author, text)
  expect((await previewImport(author, id)).added).toBe(rows)
  const looked = performance.now()
  await confirmTable(author, id)
  let worker = startWorker()
  const step = async () => (await getImport(author, id)).step
  await vi.waitUntil(async () => (await step()) === 'waiting', wait)
  const laidOut = performance.now()
  await publishDraft(made.reviewer, { id, version: await versionOf(id) })
  const over = () => db.importRow.count({ where: { draftId: id, isOver: true } })
  for (const least of kills) {
    await vi.waitUntil(async () => (await over()) >= least, wait)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    worker = startWorker()
  }
  const before = performance.now()
  await makePublished({ commitmentId: made.commitmentId })
  const waited = performance.now() - before
  let peak = 0
  await vi.waitUntil(async () => {
    peak = Math.max(peak, peakOf(worker))
    return (await step()) === 'over'
  }, wait)
  const done = performance.now()
  worker.kill('SIGTERM')
  await once(worker, 'exit')

  const { faults, over: recorded } = await getImport(author, id)
  expect([recorded, faults]).toEqual([rows, []])
  expect(await db.commitment.count({ where: { ref: { startsWith: 'BULK-' } } })).toBe(rows)
  const [entries] = await db.$queryRaw<{ all: number; different: number }[]>`
    SELECT count(*)::int "all", count(DISTINCT "subjectId")::int different FROM "LedgerEntry"
    WHERE kind = 'COMMITMENT_RECORDED' AND body LIKE ${`%"import":"${id}"%`}`
  expect(entries).toEqual({ all: rows, different: rows })
  expect((await verifyLedger(system)).fault).toBeNull()
  const seconds = (from: number, to: number) => ((to - from) / 1_000).toFixed(1)
  console.log(
    `uploaded and looked at in ${seconds(since, looked)} s, laid out in ${seconds(looked, laidOut)} s, recorded in ` +
      `${seconds(laidOut, done)} s with ${kills.length} kills; the worker had ${peak.toFixed(0)} MB at most; ` +
      `another draft was written and published meanwhile in ${(waited / 1_000).toFixed(1)} s`,
  )
}, 600_000)
