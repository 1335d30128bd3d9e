// `npm run bench`: makes the reference workload, measures the public pages on it beside two limits, and says the ratios.

import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '#bin/paths.ts'
import { build } from '#bin/prepare.ts'
import { onStop } from '#bin/processes.ts'
import { command, step, UserError } from '#bin/steps.mjs'
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
import { firstTimes, visibleAfter } from './measure/publications.ts'
import * as say from './measure/report.ts'
import { measure, type Target, targetsOf } from './measure/rounds.ts'
import { fetchAll, type Weight } from './measure/weights.ts'
import { type Options, readOptions, usage } from './options.ts'
import { bare, product, publisher, sql } from './servers.ts'
import { sizesAt, workload } from './workload/workload.ts'

// Part of what a kept database is known by: a new number for every change of what the workload is.
const edition = 2

async function filled(
  postgres: Postgres,
  { scale, reuse }: Pick<Options, 'scale' | 'reuse'>,
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

async function run(options: Options, stopped: AbortSignal): Promise<number> {
  const postgres = await serverAt()
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
  await step('Pages', (note) => build(note, stopped))
  const small = options.growth
    ? await measured(postgres, { ...options, scale: options.scale / 10, publications: 1 }, stopped)
    : null
  return report(options, machine, await measured(postgres, options, stopped), small)
}

// What the reader of a page wants most is what is timed first after a publication; a few dozen tell the middle.
const mostFirsts = 40

type Measured = {
  targets: Target[]
  weights: Weight[]
  firsts: { page: string; goalMs: number | null; ms: number[] }[]
  waits: number[]
}

async function measured(postgres: Postgres, options: Options, stopped: AbortSignal): Promise<Measured> {
  const own: Undo = []
  try {
    const name = await filled(postgres, options, own, stopped)
    const kept = options.keep ? own.splice(0) : []
    if (kept.length) console.log(`  ! the database ${name} is kept`)
    const url = urlOf(postgres, name)
    stopped.throwIfAborted()
    const started = async <S extends { stop(): Promise<void> }>(server: Promise<S>) => {
      const made = await server
      own.push(made.stop)
      return made
    }
    const asked = pages(sizesAt(options.scale))
    const servers = await step('Web servers', async () => ({
      kept: await started(product(url, 'kept')),
      drawn: await started(product(url, 'drawn')),
      floor: await started(product(url, 'floor')),
      sql: await started(sql(url)),
    }))
    const { sent, weights } = await step('Every page once', () => fetchAll(servers.kept.origin, asked))
    const targets = targetsOf(asked, { ...servers, bare: await started(bare(sent)) }, options.connections)
    await step('Measuring', (note) => measure(targets, options, stopped, note))
    const publishing = await started(publisher(url))
    const ref = /[^/]+$/.exec(asked.at(-1)?.addresses[0] ?? '')?.[0] ?? ''
    const waits = await step('Publications', () =>
      visibleAfter(servers.kept.origin, publishing, ref, options.publications, stopped),
    )
    const times = Math.min(mostFirsts, options.publications)
    const firsts: Measured['firsts'] = []
    await step('First times', async () => {
      for (const page of asked) {
        const ms = await firstTimes(servers.drawn.origin, publishing, ref, page, times, stopped)
        firsts.push({ page: page.name, goalMs: page.goalMs, ms })
      }
    })
    return { targets, weights, firsts, waits }
  } finally {
    for (const each of own.reverse()) await each()
  }
}

function report(options: Options, machine: object, found: Measured, small: Measured | null): number {
  const figures = found.targets.map(say.figureOf)
  const before = small?.targets.map(say.figureOf) ?? []
  const verdicts = [
    ...say.ratios(figures),
    ...say.firsts(found.firsts),
    say.visible(found.waits),
    ...say.weighed(found.weights),
    ...say.growth(before, figures),
  ]
  console.log(`\n${say.table(figures)}\n\n${say.verdictTable(verdicts)}\n`)
  const at = new Date().toISOString()
  const folder = join(root, 'bench/results')
  const file = join(folder, `${at.replaceAll(':', '-')}.json`)
  mkdirSync(folder, { recursive: true })
  const { weights, waits, firsts } = found
  const all = { at, machine, options, edition, figures, before, verdicts, firsts, waits, weights }
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
  console.log(`Written to ${file}`)
  const failed = say.failuresOf([...before, ...figures])
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
  onStop(() => stopping.abort(new UserError('Stopped.')))
  return run(options, stopping.signal)
})
