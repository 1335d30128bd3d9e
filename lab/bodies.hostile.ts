import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import type { Limits } from '#engines/fetching/limits.ts'
import { bodies } from './bodies.ts'
import { openSite, page } from './site.ts'

const limits: Partial<Limits> = { headersMs: 3_000, idleMs: 3_000, totalMs: 4_000 }
const deadline = 5_000
const heaviest = 64

type Outcome = { fault: string; ms: number; megabytes: number; uncaught: number }
const seen: (Outcome & { name: string })[] = []

async function outcome(honest: string, address: string): Promise<Outcome> {
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--expose-gc']
  const args = [...flags, 'lab/child.ts', honest, address, JSON.stringify(limits)]
  const env = { NODE_ENV: 'test' as const }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, timeout: 30_000 })
  return JSON.parse(stdout)
}

describe('an answer that means harm ends in time, in words, and weighs little', () => {
  test.each(bodies)('$name', async ({ name, fault, send, robots }) => {
    const honest = await openSite({ '/': page('<p>Hello.') })
    const site = await openSite({ [`/${name}`]: send, ...(robots && { '/robots.txt': robots }) })
    try {
      const got = await outcome(`${honest.origin}/`, `${site.origin}/${name}`)
      seen.push({ name, ...got })
      expect(got).toMatchObject({ fault, uncaught: 0 })
      expect(got.ms).toBeLessThan(deadline)
      expect(got.megabytes).toBeLessThanOrEqual(heaviest)
    } finally {
      await Promise.all([honest.close(), site.close()])
    }
  })

  afterAll(() => console.table(seen, ['name', 'fault', 'ms', 'megabytes']))
})
