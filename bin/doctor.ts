// `npm run doctor`: looks at the set-up and says in sentences what is wrong with it. It changes nothing.

import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { appliedIn } from '#prisma/applied.ts'
import { migrationNames } from '#prisma/apply-migrations.ts'
import { trustedProxies } from '#server/client-address.ts'
import { findChromium } from './chromium.ts'
import { remembered } from './database.ts'
import { mismatched } from './packages.mjs'
import { data, host, lock, root } from './paths.ts'
import { usablePort } from './ports.ts'
import { answer, findRunning, urlOf } from './postgres.ts'
import { binaries, isRunnable } from './postgres-home.ts'
import { isBuilt } from './prepare.ts'
import { holderOf } from './processes.ts'
import { command, UserError } from './steps.mjs'

/** What is right, in a sentence; what is wrong is thrown as one. */
type Check = () => string | Promise<string>

function wrong(sentence: string): never {
  throw new UserError(sentence)
}

const { holder } = holderOf(lock)
const isFresh = !existsSync(data)

function databaseUrl(): string | undefined {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  if (!existsSync(remembered)) return undefined
  const known = JSON.parse(readFileSync(remembered, 'utf8')) as { data: string }
  if (!existsSync(known.data)) wrong(`The database was kept in ${known.data}, and that folder is gone.`)
  const running = findRunning(known.data)
  if (!running) return undefined
  const password = readFileSync(join(data, 'postgres-password'), 'utf8').trim()
  const cluster = { bin: '', data: known.data, owner: undefined, log: '', password }
  return urlOf(cluster, { ...running, adopted: true }, 'followthrough')
}

async function database(): Promise<string> {
  const url = databaseUrl()
  if (!url) return 'The embedded database is not running; npm start starts it.'
  const answered = await answer(url)
  if (answered !== true) wrong(`The database does not answer: ${answered.message}`)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string; number: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number`,
    )
    const [server] = rows
    if (Number(server?.number) < 150_000)
      wrong(`The database is Postgres ${server?.version}; 15 or newer is needed.`)
    const wanted = migrationNames()
    const applied = await appliedIn(client)
    const missing = wanted.filter((name) => !applied.includes(name))
    if (missing.length > 0) wrong(`The database lacks ${missing.join(', ')}; npm start applies them.`)
    return `The database answers (Postgres ${server?.version}) and has every migration of this version.`
  } finally {
    await client.end()
  }
}

/** Whether the role that the product works as could rewrite history: whoever owns a table can. */
async function roles(): Promise<string> {
  const external = process.env.DATABASE_URL
  if (!external)
    return 'The product works as a role that owns no table; the owner of the tables only migrates them.'
  if ((await answer(external)) !== true)
    return 'Which role owns the tables is seen once the database answers.'
  const client = new pg.Client({ connectionString: external })
  await client.connect()
  try {
    const { rows } = await client.query<{ mighty: boolean }>(
      `SELECT rolsuper OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relname = 'LedgerEntry'
         AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS mighty
       FROM pg_roles WHERE rolname = current_user`,
    )
    if (!rows[0]?.mighty) return 'The role of DATABASE_URL owns no table of the ledger.'
    return `One role both owns the tables and serves: name an owner in DATABASE_OWNER_URL, so that what serves cannot rewrite history.`
  } finally {
    await client.end()
  }
}

function rights(): string {
  if (isFresh) return `There is no ${data} yet; npm start makes it.`
  try {
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    wrong(`You may not write in ${data}; it belongs to user number ${statSync(data).uid}.`)
  }
  for (const name of ['secret', 'ledger-key', 'app-password', 'postgres-password']) {
    const file = join(data, name)
    if (existsSync(file) && (statSync(file).mode & 0o077) !== 0)
      wrong(`Others may read ${file}; type chmod 600 ${file}.`)
  }
  return `The data folder ${data} is ours, and its secrets are read by nobody else.`
}

function secret(): string {
  if (process.env.AUTH_SECRET !== undefined) {
    if (process.env.AUTH_SECRET.length < 32) wrong('AUTH_SECRET is shorter than 32 characters.')
    return 'The secret that signs sessions comes from AUTH_SECRET.'
  }
  const file = join(data, 'secret')
  if (!existsSync(file)) return 'There is no secret yet; npm start makes one.'
  if (readFileSync(file, 'utf8').trim().length < 32)
    wrong(`The secret in ${file} is too short; delete it and start again.`)
  return 'The secret that signs sessions is there.'
}

/** Behind TLS stands a proxy: unless it is named, everybody comes from its address, and few wrong passwords slow all down. */
function proxy(): string {
  const { BASE_URL = '', TRUST_PROXY = '' } = process.env
  const named = trustedProxies(TRUST_PROXY).length
  if (BASE_URL.startsWith('https:') && named === 0)
    wrong(
      'BASE_URL is https, so a proxy stands in front, and TRUST_PROXY names none: everybody would count as one network. Set it to the address of the proxy, or to loopback.',
    )
  return named ? 'The proxies of TRUST_PROXY are believed, and no others.' : 'No proxy is believed.'
}

const checks: Check[] = [
  () => {
    const major = Number(process.versions.node.split('.')[0])
    if (major < 24) wrong(`This runs on Node ${process.versions.node}; 24 or newer is needed.`)
    return `Node ${process.versions.node} runs this.`
  },
  () => {
    const differing = mismatched()
    if (differing.length === 0) return 'The installed packages are those of package-lock.json.'
    return wrong(
      `${differing.length} packages differ from package-lock.json (${differing[0]} is one); type npm ci.`,
    )
  },
  () => {
    if (process.env.DATABASE_URL) return 'DATABASE_URL is set, so the embedded Postgres is not used.'
    const native = binaries()
    if (!isRunnable(native, undefined))
      wrong(`The embedded Postgres in ${native} does not run on this machine.`)
    return `The embedded Postgres in ${native} runs on this machine.`
  },
  database,
  roles,
  async () => {
    if (holder) return `Process ${holder.pid} (${holder.doing}) is running on this folder.`
    const { port, taken } = await usablePort(host, Number(process.env.PORT || 3000))
    return taken
      ? `Port ${taken} is taken by another program; npm start would use ${port}.`
      : `Port ${port} is free.`
  },
  () => {
    const found = findChromium()
    if (!found)
      wrong(
        'There is no Chromium for the browser tests; npm test tries to install one, or set CHROMIUM_PATH.',
      )
    return `The browser tests would use ${found}.`
  },
  () => {
    const { bavail, bsize } = statfsSync(isFresh ? root : data)
    const free = (bavail * bsize) / 1e9
    if (free < 1) wrong(`Only ${free.toFixed(1)} GB are free on the disk of the data folder.`)
    return `${free.toFixed(0)} GB are free on the disk.`
  },
  rights,
  secret,
  proxy,
  () =>
    process.env.SECURITY_CONTACT
      ? 'Whoever finds a hole in it is told whom to write to (SECURITY_CONTACT).'
      : 'SECURITY_CONTACT names nobody, so /.well-known/security.txt is 404.',
  () => (isBuilt() ? 'The build is current.' : 'The build is not current; npm start builds.'),
]

await command(async () => {
  let faults = 0
  for (const check of checks) {
    try {
      console.log(`  ✓ ${await check()}`)
    } catch (error) {
      faults++
      console.log(`  ✗ ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  console.log(
    faults === 0
      ? '\nNothing is wrong.'
      : `\n${faults === 1 ? 'One thing is' : `${faults} things are`} wrong.`,
  )
  return faults === 0 ? 0 : 1
})
