// Which edition of the public pages is the newest: read again whenever it may have moved. docs/how-serves-a-page.md.

import pg from 'pg'
import { socketToDatabase } from '#lib/database/liveness.ts'

export type Edition = {
  /** The ledger's head, and what public pages show besides: see the triggers of the migration "edition". */
  pages: string
  /** The same with archived copies, looks, checks and checkpoints, which move without an entry. */
  sources: string
  /** The instant of the newest entry; a page drawn before it would not show the entry. */
  at: number
}
export type Watch = {
  /** The newest edition, unless something may have been written since it was read. */
  known(): Edition | undefined
  /** The edition as of now or later; undefined when the database does not say. */
  confirmed(): Promise<Edition | undefined>
  /** To be called before anything that may write, and what is returned when that has been answered. */
  writing(): () => void
  end(): Promise<void>
}

const pollMs = 1_000
const waitMs = 1_500
// So long readers are served what was last confirmed while the database does not answer: a restart must not empty the
// public pages, and nobody should read for long what another process may have withdrawn.
const patienceMs = 300_000

const sql = `SELECT h.hash, h.at, e.pages, e.sources FROM "LedgerHead" h, "Edition" e WHERE h.id = 1 AND e.id = 1`
type Row = { hash: string; at: Date; pages: number; sources: number }

export function watchEdition(connectionString = process.env.DATABASE_URL): Watch {
  let client: pg.Client | undefined
  let edition: Edition | undefined
  let readAt = 0
  let writers = 0
  // Grows when a write has been answered; what was read belongs to the number from before its reading.
  let written = 0
  let readOf = -1
  let hasEnded = false
  let running: Promise<boolean> | undefined
  let next: Promise<boolean> | undefined

  function lose(lost: pg.Client): void {
    if (client !== lost) return
    client = undefined
    void lost.end().catch(() => undefined)
  }

  async function connected(): Promise<pg.Client> {
    if (client) return client
    const made = new pg.Client({
      connectionString,
      connectionTimeoutMillis: waitMs,
      query_timeout: waitMs,
      keepAlive: true,
      stream: socketToDatabase,
      application_name: 'followthrough edition',
    })
    client = made
    made.on('error', () => lose(made))
    made.on('end', () => lose(made))
    made.on('notification', () => void afresh())
    await made.connect()
    // First this, then the reading: what is told in between is read.
    await made.query('LISTEN followthrough_edition')
    return made
  }

  async function read(): Promise<boolean> {
    const of = written
    const at = Date.now()
    try {
      const asked = await connected()
      const { rows } = await asked.query<Row>(sql)
      const [row] = rows
      if (!row) throw new Error('The ledger has no head.')
      const pages = `${row.hash} ${row.pages}`
      edition = { pages, sources: `${pages} ${row.sources}`, at: row.at.getTime() }
      readAt = at
      readOf = of
      return true
    } catch {
      if (client) lose(client)
      return false
    }
  }

  function begin(): Promise<boolean> {
    running = read().finally(() => {
      running = undefined
    })
    return running
  }

  /** A reading that begins after it was asked for; all who ask meanwhile share the next. */
  function afresh(): Promise<boolean> {
    if (hasEnded) return Promise.resolve(false)
    if (!running) return begin()
    next ??= running.then(() => {
      next = undefined
      return hasEnded ? false : begin()
    })
    return next
  }

  const known = () => (writers === 0 && readOf === written ? edition : undefined)

  const timer = setInterval(() => {
    if (Date.now() - readAt > patienceMs) edition = undefined
    void afresh()
  }, pollMs)
  timer.unref()
  void afresh()

  return {
    known,
    confirmed: async () => known() ?? ((await afresh()) ? edition : undefined),
    writing() {
      writers++
      return () => {
        writers--
        written++
        void afresh()
      }
    },
    async end() {
      hasEnded = true
      clearInterval(timer)
      await running
      await client?.end().catch(() => undefined)
    },
  }
}
