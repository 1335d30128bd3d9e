// `npm run bench`: makes the reference workload, measures the public pages on it beside two limits, and says the ratios.

import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '#bin/place.ts'
import { build } from '#bin/prepare.ts'
import { onStop } from '#bin/processes.ts'
import { command, Halt, step } from '#bin/steps.mjs'
import { load } from './database/load.ts'
import {
  drop,
  findKept,
  label,
  make,
  type Server as Postgres,
  serverAt,
  urlOf,
} from './database/throw-away.ts'
import { pages } from './measure/pages.ts'
import { failuresOf, figureOf, table } from './measure/report.ts'
import { fetchAll, measure, type Target, targetsOf } from './measure/rounds.ts'
import { type Options, readOptions, usage } from './options.ts'
import { bare, product, type Server, sql } from './servers.ts'
import { sizesAt, workload } from './workload/workload.ts'

// Part of what a kept database is known by: a new number for every change of what the workload is.
const edition = 2

async function filled(
  postgres: Postgres,
  { scale, reuse }: Options,
  undo: Undo,
  stopped: AbortSignal,
): Promise<string> {
  const known = `workload ${edition}, scale ${scale}`
  const kept = reuse ? await findKept(postgres, known) : undefined
  if (kept) {
    console.log(`  ✓ Database ${kept}, kept by an earlier run`)
    return kept
  }
  const name = await step('Empty database', () => make(postgres))
  undo.push(() => drop(postgres, name))
  const made = await step('Workload', () => workload(scale))
  await step('Loading', async (note) => {
    const progress = (text: string) => {
      stopped.throwIfAborted()
      note(text)
    }
    const { rows } = await load(urlOf(postgres, name), made, progress)
    const all = Object.values(rows).reduce((sum, each) => sum + each, 0)
    note(`${all.toLocaleString('en-GB')} rows`)
  })
  await label(postgres, name, known)
  return name
}

type Undo = (() => Promise<void>)[]

async function run(options: Options, undo: Undo, stopped: AbortSignal): Promise<number> {
  const admin = process.env.BENCH_ADMIN_URL || process.env.DATABASE_URL
  if (!admin) throw new Halt('Set BENCH_ADMIN_URL to a Postgres server on which databases may be made.')
  const postgres = await serverAt(admin)
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: postgres.version,
  }
  console.log(
    `Benchmark at scale ${options.scale}: ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, Node ${machine.node}, Postgres ${machine.postgres}`,
  )
  const name = await filled(postgres, options, undo, stopped)
  const kept = options.keep ? undo.splice(0) : []
  if (kept.length) console.log(`  ! the database ${name} is kept`)
  const url = urlOf(postgres, name)
  stopped.throwIfAborted()
  await step('Pages', (note) => build(note, stopped))
  stopped.throwIfAborted()
  const started = async (server: Promise<Server>) => {
    const { origin, stop } = await server
    undo.push(stop)
    return origin
  }
  const asked = pages(sizesAt(options.scale))
  const origin = await step('Web server', () => started(product(url)))
  const bytes = await step('Every page once', () => fetchAll(origin, asked))
  const limits = { bare: await started(bare(bytes)), sql: await started(sql(url)) }
  const targets = targetsOf(asked, { product: origin, ...limits }, options.connections)
  await step('Measuring', (note) => measure(targets, options, stopped, note))
  stopped.throwIfAborted()
  return report(options, machine, targets, bytes)
}

function report(options: Options, machine: object, targets: Target[], bytes: Map<string, string>): number {
  const figures = targets.map(figureOf)
  console.log(`\n${table(figures)}\n`)
  const at = new Date().toISOString()
  const folder = join(root, 'bench/results')
  const file = join(folder, `${at.replaceAll(':', '-')}.json`)
  mkdirSync(folder, { recursive: true })
  const weights = [...bytes].map(([address, page]) => ({ address, bytes: Buffer.byteLength(page) }))
  writeFileSync(file, `${JSON.stringify({ at, machine, options, edition, figures, weights }, null, 2)}\n`)
  console.log(`Written to ${file}`)
  const failed = failuresOf(figures)
  for (const { page, side, connections, answers, failures } of failed)
    console.log(`  ✗ ${page} (${side}, ${connections} at once): ${answers} good, ${JSON.stringify(failures)}`)
  return failed.length ? 1 : 0
}

await command(async () => {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    console.log(usage)
    return 0
  }
  const stopping = new AbortController()
  onStop(() => stopping.abort(new Halt('Stopped.')))
  const undo: Undo = []
  try {
    return await run(options, undo, stopping.signal)
  } finally {
    for (const each of undo.reverse()) await each()
  }
})
