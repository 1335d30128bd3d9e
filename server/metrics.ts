// Prometheus metrics: how long answers took, how public pages were answered, and how the ledger and the jobs stand.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { publicWords } from './public-routes.ts'

/** What the database says of the ledger and the jobs. */
export type Facts = { seq: number; migrations: string[]; hasWorker: boolean; waiting: number; failed: number }

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
export function countPages(counts: () => Record<string, number>): void {
  const pages = new Gauge({
    name: 'followthrough_public_pages',
    help: 'Public pages answered since the start, by how: kept, unchanged or drawn.',
    labelNames: ['how'],
    registers: [registry],
    collect: () => {
      for (const [how, count] of Object.entries(counts())) pages.set({ how }, count)
    },
  })
}

const parts = new Set([...publicWords, 'desk', 'api', 'sign-in', '_next'])

/** Counts an answer under the first word of its address; anything made up is "other", so that nobody can add names. */
export function measure(req: IncomingMessage, res: ServerResponse): void {
  const end = durations.startTimer()
  const first = /^\/(?:(?:en|zh)(?![^/?])\/?)?([\w.-]*)/.exec(req.url ?? '')?.[1] ?? ''
  const part = first === '' ? 'dashboard' : parts.has(first) ? first : 'other'
  res.once('close', () =>
    end({ part, method: req.method ?? '', status: `${Math.floor(res.statusCode / 100)}xx` }),
  )
}

export const metricsType = registry.contentType

/** All numbers as text, with what the database says just now; null where it does not answer. */
export async function metrics(facts: Facts | null): Promise<string> {
  gauges.up.set(facts ? 1 : 0)
  if (facts) {
    gauges.seq.set(facts.seq)
    gauges.worker.set(facts.hasWorker ? 1 : 0)
    gauges.waiting.set(facts.waiting)
    gauges.failed.set(facts.failed)
  }
  return registry.metrics()
}
