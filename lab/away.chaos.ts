import { execFileSync } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ThrowAway, throwAway } from '#bin/database.ts'
import { findRunning, freePort, startPostgres, stopPostgres } from '#bin/postgres.ts'
import { script } from '#bin/processes.ts'
import { type Kept, startServer, startWorker } from '#bin/supervise.ts'
import { appOf } from '#testing/databases.ts'
import { inputsOf, load, type Sent } from './readers.ts'

/** How long the database is away, and what is asked of the product meanwhile and afterwards. */
const awayMs = Number(process.env.AWAY_SECONDS || 30) * 1_000
const [answersWithin, backWithin] = [2_000, 5_000]

const logs = mkdtempSync(join(tmpdir(), 'followthrough-away-'))
const secret = randomBytes(32).toString('hex')
let database: ThrowAway
let origin = ''
let cookie = ''
const kept: Kept[] = []

beforeAll(async () => {
  database = await throwAway()
  const port = await freePort()
  origin = `http://localhost:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: await appOf(database.url),
    AUTH_SECRET: secret,
    LEDGER_KEY: randomBytes(32).toString('base64url'),
    BASE_URL: origin,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'error',
  }
  const { signal } = new AbortController()
  await script('prisma/migrate.ts', { ...env, DATABASE_OWNER_URL: database.url }, signal)
  await script('prisma/demo/load.ts', env, signal)
  cookie = await signedIn()
  const setting = { env, dev: false, logs }
  kept.push(await startServer(setting, (reason) => console.error(reason.message)))
  kept.push(startWorker(setting))
}, 120_000)

afterAll(async () => {
  for (const each of kept) await each.end()
  await database?.stop()
  rmSync(logs, { recursive: true, force: true })
}, 60_000)

async function ask<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then(
      ({ rows }) => rows,
      (error) => Promise.reject(error),
    )
    .finally(() => client.end())
}

/** An analyst's session cookie, as signing in would leave it. */
async function signedIn(): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await ask(
    `INSERT INTO "User" (id, name, email, "emailVerified", role, "updatedAt")
     VALUES ('away', 'Analyst', 'away@example.org', true, 'ANALYST', now())`,
  )
  await ask(
    `INSERT INTO "Session" (id, token, "userId", "expiresAt", "updatedAt")
     VALUES ('away', $1, 'away', now() + interval '1 hour', now())`,
    [token],
  )
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `followthrough.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

const get = (path: string): Sent => ({ path, init: { headers: path.startsWith('/desk') ? { cookie } : {} } })
const post = (path: string, fields: Iterable<[string, string]>): Sent => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const headers = { origin, ...(path.startsWith('/desk') ? { cookie } : {}) }
  return { path, init: { method: 'POST', body, headers } }
}

/** What readers and editors ask for: pages that are kept or drawn, searches, the desk, and two forms. */
async function asking(headline: string): Promise<((at: number) => Sent)[]> {
  const fields = async (path: string, field: string) => {
    const { init } = get(path)
    return inputsOf(await (await fetch(`${origin}${path}`, init)).text(), field)
  }
  const draft = await fields('/desk/updates/new', 'headline.en')
  const signIn = await fields('/sign-in', 'email')
  const [commitment] = await ask<{ id: string }>(`SELECT id FROM "Commitment" ORDER BY id LIMIT 1`)
  const typed: [string, string][] = [
    ['commitmentId', commitment?.id ?? ''],
    ['status', 'UNDER_WAY'],
    ['occurred', '2024-05'],
    ['headline.en', headline],
    ['act', 'save'],
  ]
  return [
    () => get('/en'),
    // No two searches are the same, so that none is answered from what was kept.
    (at) => get(`/en/search?q=harbour${at}`),
    () =>
      post('/sign-in', [...signIn, ['email', 'typed@example.org'], ['password', 'a wrong password, long']]),
    () => get('/desk'),
    () => post('/desk/updates/new', [...draft, ...typed]),
    () => get('/ready'),
    () => get('/health'),
  ]
}

const isWell = async () => {
  const ready = await fetch(`${origin}/ready`)
  const searched = await fetch(`${origin}/en/search?q=back${performance.now()}`)
  return ready.ok && searched.ok
}

/** Takes the database away under load for a while, brings it back, and asks of the product what it promises. */
async function without(headline: string, take: () => unknown, bring: () => unknown): Promise<void> {
  const { answered, end } = load(origin, await asking(headline))
  await expect.poll(() => answered.length, { timeout: 30_000 }).toBeGreaterThan(24)
  await take()
  const gone = performance.now()
  await new Promise((go) => setTimeout(go, awayMs))
  const back = performance.now()
  await bring()
  await expect.poll(isWell, { timeout: 30_000, interval: 100 }).toBe(true)
  const backAfter = performance.now() - back
  await end()

  const meanwhile = answered.filter(({ at }) => at > gone && at < back)
  const away = meanwhile.filter(({ status }) => status === 503)
  console.log(
    `${meanwhile.length} answers, ${away.length} of them 503, the slowest after ${Math.round(Math.max(...meanwhile.map(({ ms }) => ms)))} ms; well again after ${Math.round(backAfter)} ms`,
  )
  console.log(
    Object.entries(Object.groupBy(meanwhile, (e) => `${e.method} ${e.path} ${e.status}`))
      .map(([k, v]) => `${k}: ${v?.length}`)
      .join('; '),
  )
  expect(away.length).toBeGreaterThan(awayMs / 1_000)
  expect(answered.filter(({ status }) => status === 0 || status === 500)).toEqual([])
  expect(meanwhile.filter(({ ms }) => ms > answersWithin)).toEqual([])
  expect(meanwhile.filter(({ path, status }) => path === '/health' && status !== 200)).toEqual([])
  expect(backAfter).toBeLessThan(backWithin)

  const forms = away.filter(({ method }) => method === 'POST')
  expect(new Set(forms.map(({ path }) => path))).toEqual(new Set(['/sign-in', '/desk/updates/new']))
  for (const { path, text } of forms)
    expect(text).toContain(path === '/sign-in' ? 'value="typed@example.org"' : `value="${headline}"`)
  expect(forms.filter(({ text }) => text.includes('a wrong password'))).toEqual([])
  // What came back is sent again as it stands, and is the draft.
  const refused = forms.findLast(({ path }) => path === '/desk/updates/new')
  const again = post('/desk/updates/new', inputsOf(refused?.text ?? '', 'headline.en'))
  const saved = await fetch(`${origin}${again.path}`, { ...again.init, redirect: 'manual' })
  expect([saved.status, saved.headers.get('location')]).toEqual([303, expect.stringMatching(/saved=\d+$/)])
  // However often it was sent, before, meanwhile and after: one draft.
  const drafts = await ask(`SELECT id FROM "Draft" WHERE body->>'headline.en' = $1`, [headline])
  expect(drafts).toHaveLength(1)
}

test('a frozen database: every answer within two seconds, nothing typed is lost, and all is well five seconds after', async () => {
  const signal = (name: NodeJS.Signals) => () => {
    const { pid } = findRunning(database.folders[0] ?? '') ?? {}
    if (!pid) throw new Error('There is no database to freeze.')
    // It first, so that it starts no more of them; each of its workers is in a group of its own.
    process.kill(pid, name)
    const workers = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    for (const worker of workers.match(/\d+/g) ?? [])
      try {
        process.kill(Number(worker), name)
      } catch {
        // Let go on, it found its client gone, and has ended by itself.
      }
  }
  await without('A ferry ran while all was frozen', signal('SIGSTOP'), signal('SIGCONT'))
}, 180_000)

test('a database that was stopped and started again: the same', async () => {
  const { cluster, running } = database
  await without(
    'A ferry ran while all was stopped',
    () => stopPostgres(cluster.data),
    () => startPostgres(cluster, running.port),
  )
}, 180_000)
