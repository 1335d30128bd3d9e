// How the product stands, for whoever watches over it: /health, /ready and /metrics.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { socketToDatabase } from '#lib/database/liveness.ts'
import { migrationNames } from '#prisma/apply-migrations.ts'

const waitMs = 1_500
let pool: pg.Pool | undefined

/** Few connections of its own: it must answer when the pages' are all taken. */
function connected(): pg.Pool {
  if (!pool) {
    pool = new pg.Pool({
      connectionString: process.env.DATABASE_URL,
      max: 2,
      connectionTimeoutMillis: waitMs,
      query_timeout: waitMs,
      stream: socketToDatabase,
      application_name: 'followthrough standing',
    })
    pool.on('error', () => undefined)
  }
  return pool
}

type Facts = { seq: number; migrations: string[]; hasWorker: boolean; waiting: number; failed: number }

// The worker holds this lock for as long as it is connected: see lib/queue.ts.
async function look(): Promise<Facts> {
  const { rows } = await connected().query<Facts>(
    `SELECT (SELECT seq FROM "LedgerHead" WHERE id = 1) AS seq,
       (SELECT array_agg(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS migrations,
       EXISTS (SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database
         WHERE d.datname = current_database() AND locktype = 'advisory' AND objid = 7031513 AND granted) AS "hasWorker",
       (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts < max_attempts) AS waiting,
       (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts >= max_attempts) AS failed`,
  )
  if (!rows[0]) throw new Error('The database answered nothing.')
  return rows[0]
}

const wanted = migrationNames()

/** What is not as it should be, in words; nothing when requests and jobs can be served. */
async function faults(): Promise<{ database: string; migrations: string; worker: string }> {
  try {
    const { migrations, hasWorker } = await look()
    const lacking = wanted.filter((name) => !migrations.includes(name))
    return {
      database: 'ok',
      migrations: lacking.length ? `not applied: ${lacking.join(', ')}` : 'ok',
      worker: hasWorker ? 'ok' : 'no job worker is connected',
    }
  } catch {
    return { database: 'does not answer', migrations: 'unknown', worker: 'unknown' }
  }
}

const registry = new Registry()
collectDefaultMetrics({ register: registry })
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'How long answers took, from the request to the last byte.',
  labelNames: ['part', 'method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
})
const gauges = {
  up: gauge('followthrough_database_up', 'Whether the database answered.'),
  seq: gauge('followthrough_ledger_entries', 'Entries of the ledger.'),
  worker: gauge('followthrough_worker_up', 'Whether a job worker is connected.'),
  waiting: gauge('followthrough_jobs_waiting', 'Jobs that wait or run.'),
  failed: gauge('followthrough_jobs_failed', 'Jobs that have failed for good.'),
}

function gauge(name: string, help: string): Gauge {
  return new Gauge({ name, help, registers: [registry] })
}

/** Says how many public pages were answered from memory, not sent again, or drawn: those from memory are timed by nobody. */
export function countPages(counts: Record<string, number>): void {
  const pages = new Gauge({
    name: 'followthrough_public_pages',
    help: 'Public pages answered since the start, by how: kept, unchanged or drawn.',
    labelNames: ['how'],
    registers: [registry],
    collect: () => {
      for (const [how, count] of Object.entries(counts)) pages.set({ how }, count)
    },
  })
}

const parts = ['desk', 'api', 'articles', 'commitments', 'summits', 'ledger', 'search', 'sign-in', '_next']

/** Counts an answer under the first word of its address; anything made up is "other", so that nobody can add names. */
export function measure(req: IncomingMessage, res: ServerResponse): void {
  const end = durations.startTimer()
  const first = /^\/(?:(?:en|zh)(?![^/?])\/?)?([\w-]*)/.exec(req.url ?? '')?.[1] ?? ''
  const part = first === '' ? 'dashboard' : parts.includes(first) ? first : 'other'
  res.once('close', () =>
    end({ part, method: req.method ?? '', status: `${Math.floor(res.statusCode / 100)}xx` }),
  )
}

async function metrics(): Promise<string> {
  const facts = await look().catch(() => null)
  gauges.up.set(facts ? 1 : 0)
  if (facts) {
    gauges.seq.set(facts.seq)
    gauges.worker.set(facts.hasWorker ? 1 : 0)
    gauges.waiting.set(facts.waiting)
    gauges.failed.set(facts.failed)
  }
  return registry.metrics()
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether the request bears METRICS_TOKEN; the time it takes to say so tells nothing of the token. */
function mayMeasure(req: IncomingMessage): boolean {
  const token = process.env.METRICS_TOKEN
  const given = req.headers.authorization ?? ''
  return Boolean(token) && timingSafeEqual(digest(given), digest(`Bearer ${token}`))
}

/** Answers the three addresses; false for any other. Nothing here says more than whether things stand. */
export async function standing(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false
  const say = (status: number, type: string, body: string) => {
    res.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
    res.end(req.method === 'HEAD' ? undefined : body)
    return true
  }
  const json = (status: number, body: object) => say(status, 'application/json', `${JSON.stringify(body)}\n`)
  if (req.url === '/health') return json(200, { status: 'ok' })
  if (req.url === '/ready') {
    const found = await faults()
    const isReady = Object.values(found).every((each) => each === 'ok')
    return json(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', ...found })
  }
  if (req.url !== '/metrics' || !process.env.METRICS_TOKEN) return false
  if (!mayMeasure(req)) return say(401, 'text/plain; charset=utf-8', 'Send the token as a bearer token.\n')
  return say(200, registry.contentType, await metrics())
}
