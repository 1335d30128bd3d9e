// The database's heartbeat: asks it several times a second whether it is there, so that nobody else waits to find out.

import { setTimeout as later, setImmediate as soon } from 'node:timers/promises'
import pg from 'pg'
import { isUnresponsive, setUnresponsive } from '#lib/database/liveness.ts'

const everyMs = 250
// With the pause before it well within the two seconds in which everything is to be answered.
const patienceMs = 1_200

let client: pg.Client | undefined

/** On a connection of its own, which is not ended with the others. */
async function ask(): Promise<boolean> {
  if (!client) {
    client = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      connectionTimeoutMillis: patienceMs,
      application_name: 'followthrough watch',
    })
    client.on('error', () => undefined)
    await client.connect()
  }
  await client.query('SELECT 1')
  return true
}

async function answers(): Promise<boolean> {
  const patience = new AbortController()
  const given = { signal: patience.signal, ref: false }
  const isThere = await Promise.race([
    ask().catch(() => false),
    // A busy process first reads what had come meanwhile.
    later(patienceMs, false, given).then(
      async () => soon(false),
      () => false,
    ),
  ])
  patience.abort()
  if (!isThere) {
    void client?.end().catch(() => undefined)
    client = undefined
  }
  return isThere
}

/** Looks from now on; returns what tells whether the database answered last. */
export function watchDatabase(): () => boolean {
  const look = async () => {
    const isThere = await answers()
    if (isThere === isUnresponsive()) setUnresponsive(!isThere)
    setTimeout(look, everyMs).unref()
  }
  void look()
  return () => !isUnresponsive()
}
