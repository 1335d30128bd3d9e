// Health checks, for whoever watches over the product: answers /health, /ready and /metrics.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import pg from 'pg'
import { socketToDatabase } from '#lib/database/liveness.ts'
import { migrationNames } from '#prisma/apply-migrations.ts'
import { type Facts, metrics, metricsType } from './metrics.ts'

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
      application_name: 'followthrough health',
    })
    pool.on('error', () => undefined)
  }
  return pool
}

// The worker holds this lock for as long as it is connected: see lib/queue.ts.
async function readFacts(): Promise<Facts> {
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
    const { migrations, hasWorker } = await readFacts()
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

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether the request bears METRICS_TOKEN; the time it takes to say so tells nothing of the token. */
function mayMeasure(req: IncomingMessage): boolean {
  const token = process.env.METRICS_TOKEN
  const given = req.headers.authorization ?? ''
  return Boolean(token) && timingSafeEqual(digest(given), digest(`Bearer ${token}`))
}

/** Answers the three addresses; false for any other. Nothing here says more than whether things stand. */
export async function answerHealth(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
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
  return say(200, metricsType, await metrics(await readFacts().catch(() => null)))
}
