// `npm run bench:search`: how long searches of many kinds take on the reference workload, beside what is wanted of them.

import { parseArgs } from 'node:util'
import { command, step } from '#bin/steps.mjs'
import { load } from './database/load.ts'
import { drop, findKept, label, make, serverAt, urlOf } from './database/throw-away.ts'
import { percentile } from './measure/cannon.ts'
import { type Random, random } from './workload/random.ts'
import { han, words } from './workload/words.ts'
import { workload } from './workload/workload.ts'

const wanted = { p50: 15, p99: 60 }

type Asked = Record<string, string>
const statuses = ['UNDER_WAY', 'PARTLY_KEPT', 'KEPT', 'STALLED', 'BROKEN']
/** Two letters in the middle of a word change places, as fingers do it. */
const mistyped = (word: string) => word.replace(/^(.{2})(.)(.)/, '$1$3$2')

/** Searches as readers make them. Every word of the workload stands in a tenth of everything. */
const kinds: Record<string, (chance: Random) => Asked> = {
  'a reference': (chance) => ({ q: `SUMMIT-${chance.int(1, 200)}-${chance.int(1, 50)}` }),
  'a common word': (chance) => ({ q: chance.pick(words) }),
  'two words': (chance) => ({ q: `${chance.pick(words)} ${chance.pick(words)}` }),
  'a phrase': (chance) => ({ q: `"${chance.pick(words)} ${chance.pick(words)}"` }),
  'a word without another': (chance) => ({ q: `${chance.pick(words)} -${chance.pick(words)}` }),
  Chinese: (chance) => ({ q: chance.pick(han) + chance.pick(han) }),
  'a typing error': (chance) => ({ q: mistyped(chance.pick(words.filter(({ length }) => length > 5))) }),
  'a word, by status': (chance) => ({ q: chance.pick(words), status: chance.pick(statuses) }),
  'a word, by kind and area': (chance) => ({
    q: chance.pick(words),
    kind: chance.pick(['UPDATE', 'COMMITMENT', 'EXCERPT']),
    area: `area-${chance.int(1, 12)}`,
  }),
  'a word, of half a year': (chance) => ({ q: chance.pick(words), from: '2024-01-01', to: '2024-06-30' }),
  'a word, third page': (chance) => ({ q: chance.pick(words), page: '3' }),
  'nothing but an area': (chance) => ({ area: `area-${chance.int(1, 12)}` }),
}

async function measured(each: number): Promise<number> {
  const { visitor } = await import('#lib/auth/viewer.ts')
  const { clocksNow } = await import('#lib/dates.ts')
  const { db } = await import('#lib/db.ts')
  const { searchEverything } = await import('#lib/search/read.ts')
  const { readSearch } = await import('#lib/search/rules.ts')
  const chance = random(7)
  const all: number[] = []
  const said = (name: string, times: number[]) => {
    const sorted = Float64Array.from(times).sort()
    const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)]
    console.log(
      `  ${name.padEnd(26)} p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms`,
    )
    return p50 <= wanted.p50 && p99 <= wanted.p99
  }
  for (const [name, ask] of Object.entries(kinds)) {
    const times: number[] = []
    for (let nth = -3; nth < each; nth++) {
      const { search } = readSearch(ask(chance), 'en')
      const since = performance.now()
      await searchEverything(visitor, clocksNow(new Date()), search)
      if (nth >= 0) times.push(performance.now() - since)
    }
    all.push(...times)
    said(name, times)
  }
  const isMet = said('all', all)
  console.log(
    `  wanted${' '.repeat(21)}p50 ${wanted.p50} ms, p99 ${wanted.p99} ms of all: ${isMet ? 'yes' : 'no'}`,
  )
  await db.$disconnect()
  return 0
}

await command(async () => {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      each: { type: 'string', default: '40' },
      reuse: { type: 'boolean', default: false },
    },
  })
  const postgres = await serverAt()
  const known = `search, scale ${values.scale}`
  const kept = values.reuse ? await findKept(postgres, known) : undefined
  const name = kept ?? (await step('Empty database', () => make(postgres)))
  const url = urlOf(postgres, name)
  try {
    if (!kept) await step('Workload', (note) => load(url, workload(Number(values.scale)), note))
    await label(postgres, name, known)
    process.env.DATABASE_URL = url
    return await measured(Number(values.each))
  } finally {
    if (!values.reuse) await drop(postgres, name)
  }
})
