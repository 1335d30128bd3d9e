// `npm run bench:search`: how long searches of many kinds take on the reference workload, beside what is wanted of them.

import { parseArgs } from 'node:util'
import pg from 'pg'
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

type Times = { whole: number[]; sql: number[] }

/** How long `work` takes, in milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}

/** Prints a line, and says whether the database alone is as quick as is wanted. */
function said(name: string, { whole, sql }: Times): boolean {
  const of = (times: number[]) => {
    const sorted = Float64Array.from(times).sort()
    return [percentile(sorted, 0.5), percentile(sorted, 0.99)] as const
  }
  const columns = [of(whole), of(sql)].flat().map((ms) => ms.toFixed(1).padStart(10))
  console.log(`  ${name.padEnd(26)}${columns.join('')}`)
  const [p50, p99] = of(sql)
  return p50 <= wanted.p50 && p99 <= wanted.p99
}

async function measured(url: string, each: number): Promise<number> {
  const { visitor } = await import('#lib/auth/viewer.ts')
  const { clocksNow } = await import('#lib/dates.ts')
  const { db, Prisma } = await import('#lib/database/client.ts')
  const { searchEverything } = await import('#lib/search/read.ts')
  const { readSearch } = await import('#lib/search/rules.ts')
  const { statementNames } = await import('#lib/database/prepared-statements.ts')
  // What a search asks of the database is asked again without anything around it, by the same names.
  const [bare, nameOf] = [new pg.Client({ connectionString: url }), statementNames()]
  let asked: ReturnType<typeof Prisma.sql>[] = []
  const ask = db.$queryRaw.bind(db)
  Object.assign(db, {
    $queryRaw(text: TemplateStringsArray, ...values: unknown[]) {
      asked.push(Prisma.sql(text, ...values))
      return ask(text, ...values)
    },
  })
  await bare.connect()
  const chance = random(7)
  const all: Times = { whole: [], sql: [] }
  console.log(
    `  ${' '.repeat(26)}${['p50 ms', 'p99 ms', 'SQL p50', 'SQL p99'].map((head) => head.padStart(10)).join('')}`,
  )
  for (const [name, typed] of Object.entries(kinds)) {
    const times: Times = { whole: [], sql: [] }
    // The first few are for the plans, which each connection makes for itself.
    for (let nth = -8; nth < each; nth++) {
      const { search } = readSearch(typed(chance), 'en')
      asked = []
      const whole = await timeOf(() => searchEverything(visitor, clocksNow(new Date()), search))
      const sql = await timeOf(async () => {
        for (const { text, values } of asked) await bare.query({ name: nameOf({ sql: text }), text, values })
      })
      if (nth < 0) continue
      times.whole.push(whole)
      times.sql.push(sql)
    }
    all.whole.push(...times.whole)
    all.sql.push(...times.sql)
    said(name, times)
  }
  const isMet = said('all', all)
  console.log(`  wanted in SQL, of all: p50 ${wanted.p50} ms, p99 ${wanted.p99} ms: ${isMet ? 'yes' : 'no'}`)
  await bare.end()
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
    return await measured(url, Number(values.each))
  } finally {
    if (!values.reuse) await drop(postgres, name)
  }
})
