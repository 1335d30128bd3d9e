import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, inject, test } from 'vitest'
import { catalogOf } from '#testing/catalog.ts'
import { ask, drop, named } from '#testing/databases.ts'
import { linesOf, makeOld } from '#testing/dumps/load.ts'

const servers = inject('databases')
const rounds = 12
const ledger = 'SELECT l::text AS line FROM "LedgerEntry" l ORDER BY seq'

for (const dump of ['0.1.0', null] as const)
  test(`${dump ? `an upgrade of ${dump}` : 'a first start'} killed at random moments, ${rounds} times, ends whole`, async () => {
    let killed = 0
    for (let round = 0; round < rounds; round++) {
      const { name, url, appUrl } = await makeOld(servers, dump)
      const entries = dump ? await linesOf(url, ledger) : []
      const start = () =>
        spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'prisma/migrate.ts'], {
          env: { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: url },
          stdio: ['ignore', 'ignore', 'inherit'],
        })
      // From before it connects to after its end, twice on one database.
      for (const share of [Math.random(), Math.random()]) {
        const child = start()
        const killing = setTimeout(() => child.kill('SIGKILL'), 100 + share * 700)
        const [, signal] = await once(child, 'exit')
        clearTimeout(killing)
        if (signal === 'SIGKILL') killed++
      }
      const [code] = await once(start(), 'exit')
      expect(code).toBe(0)
      expect(await ask(url, catalogOf)).toEqual(await ask(named(servers.admin, servers.template), catalogOf))
      expect(await linesOf(url, ledger)).toEqual(entries)
      await drop(servers.admin, name)
    }
    expect(killed).toBeGreaterThan(rounds / 2)
  }, 300_000)
