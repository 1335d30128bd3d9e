// What may be said on the command line.

import { parseArgs } from 'node:util'
import { UserError } from '#bin/steps.mjs'

export type Options = {
  scale: number
  rounds: number
  seconds: number
  connections: number[]
  publications: number
  growth: boolean
  keep: boolean
  reuse: boolean
  help: boolean
}

export const usage = `npm run bench -- [--scale 1] [--rounds 5] [--seconds 2] [--connections 1,32]
                    [--publications 100] [--growth] [--keep] [--reuse]

  --scale        size of the workload; 1 is the reference (100,000 updates), 0.05 is a quick look
  --rounds       how often each server has its turn at each page
  --seconds      how long a turn lasts
  --connections  how many ask at once
  --publications how many are timed until another process shows them
  --growth       a tenth of the data first, and how much slower the whole is
  --keep         leave the database where it is
  --reuse        take the database that an earlier run of the same scale left, and leave it again

BENCH_ADMIN_URL names the Postgres server to make the database on; without it the owner of
the product's own database does.`

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      scale: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      connections: { type: 'string', default: '1,32' },
      publications: { type: 'string', default: '100' },
      growth: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      reuse: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const number = (name: string, text: string, low: number, high: number) => {
    const value = Number(text)
    if (value >= low && value <= high) return value
    throw new UserError(`--${name} is a number from ${low} to ${high}.\n\n${usage}`)
  }
  return {
    scale: number('scale', values.scale, 0.005, 10),
    rounds: Math.round(number('rounds', values.rounds, 1, 100)),
    seconds: number('seconds', values.seconds, 0.2, 60),
    connections: values.connections.split(',').map((text) => Math.round(number('connections', text, 1, 256))),
    publications: Math.round(number('publications', values.publications, 1, 10_000)),
    growth: values.growth,
    keep: values.keep || values.reuse,
    reuse: values.reuse,
    help: values.help,
  }
}
