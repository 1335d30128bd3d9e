// Build steps before a start: generates the Prisma client and the production build.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lock, logs, root, testLock } from './paths.ts'
import { holderOf } from './processes.ts'
import { run, step, UserError } from './steps.mjs'

const built = [
  'app',
  'components',
  'engines',
  'lib',
  'prisma',
  'public',
  'server/public-routes.ts',
  'instrumentation.ts',
]
const settings = [
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const buildStamp = join(root, '.next/built-from')
const clientStamp = join(root, 'lib/generated/made-from')

/** One hash over the names and contents of files and folders; tests and what is generated do not count. */
export function hashOf(paths: string[], base = root): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    const full = join(base, path)
    if (!existsSync(full) || /(^|\/)generated$|\.test\.tsx?$/.test(path)) return
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`)
    else hash.update(`${path}\0`).update(createHash('sha256').update(readFileSync(full)).digest())
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

const isCurrent = (stamp: string, hash: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

function keep(stamp: string, hash: string): void {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

/** Settings for what loads our modules without a database or an address to serve: the build, a list of journeys. */
export const nowhere = {
  DATABASE_URL: 'postgres://nobody@build.invalid/nothing',
  BASE_URL: 'http://build.invalid',
  AUTH_SECRET: 'no secret is needed to build, only its length',
}

const sourcesHash = () => hashOf([...built, ...settings])
export const isBuilt = (): boolean => isCurrent(buildStamp, sourcesHash())

export async function generateClient(): Promise<void> {
  const hash = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  if (isCurrent(clientStamp, hash)) return
  await step('Generating the database client', () =>
    run(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
      cwd: root,
      log: join(logs, 'generate.log'),
    }),
  )
  keep(clientStamp, hash)
}

/** Builds the pages. The build sees no database and no address: what it makes depends on the sources alone. */
export async function build(note: (text: string) => void, signal?: AbortSignal): Promise<void> {
  const hash = sourcesHash()
  if (isCurrent(buildStamp, hash)) return note('already current')
  // The parent holds the lock for a command that it runs, such as the benchmark.
  for (const { holder } of [holderOf(lock), holderOf(testLock)])
    if (holder && ![process.pid, process.ppid].includes(holder.pid) && holder.doing !== 'npm run dev')
      throw new UserError(
        `The sources have changed since the last build, and process ${holder.pid} (${holder.doing}) runs on that build. Stop it first: building now would pull the ground from under it.`,
      )
  rmSync(buildStamp, { force: true })
  await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    log: join(logs, 'build.log'),
    note,
    ...(signal ? { signal } : {}),
    env: { ...process.env, ...nowhere, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  keep(buildStamp, hash)
  note('built')
}
