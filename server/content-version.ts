// The content version, an ETag of all that public pages show: read again whenever it may have moved. docs/how-serves-a-page.md.

import { ListeningClient } from './listening-client.ts'
import { runAfter } from './run-after.ts'

export type ContentVersion = {
  /** The ledger's head, and what public pages show besides: see the triggers on the table "ContentVersion". */
  pages: string
  /** The same with archived copies, live checks, checks and checkpoints, which move without an entry. */
  sources: string
  /** The instant of the newest entry; a page rendered before it would not show the entry. */
  at: number
}

const pollMs = 1_000
// So long readers are served what was last confirmed while the database does not answer: a restart must not empty the
// public pages, and nobody should read for long what another process may have withdrawn.
const longestUnconfirmedMs = 300_000

const sql = `SELECT h.hash, h.at, e.pages, e.sources FROM "LedgerHead" h, "ContentVersion" e WHERE h.id = 1 AND e.id = 1`
type Row = { hash: string; at: Date; pages: number; sources: number }

/** Follows the version by notifications, and by asking every second for what was not notified. */
export class ContentVersionWatch {
  readonly #client: ListeningClient
  readonly #timer: NodeJS.Timeout
  #version: ContentVersion | undefined
  #readAt = 0
  #writers = 0
  // Grows when a write has been answered; what was read belongs to the number from before its reading.
  #written = 0
  #readOf = -1
  #hasEnded = false
  readonly #readAfresh = runAfter(() => this.#read())

  constructor(connectionString = process.env.DATABASE_URL) {
    this.#client = new ListeningClient(
      connectionString,
      'followthrough_edition',
      () => void this.#readAfresh(),
    )
    this.#timer = setInterval(() => {
      if (Date.now() - this.#readAt > longestUnconfirmedMs) this.#version = undefined
      void this.#readAfresh()
    }, pollMs)
    this.#timer.unref()
    void this.#readAfresh()
  }

  /** The newest version, unless something may have been written since it was read. */
  known(): ContentVersion | undefined {
    return this.#writers === 0 && this.#readOf === this.#written ? this.#version : undefined
  }

  /** The version as of now or later; undefined when the database does not say. */
  async confirmed(): Promise<ContentVersion | undefined> {
    return this.known() ?? ((await this.#readAfresh()) ? this.#version : undefined)
  }

  /** To be called before anything that may write, and what is returned when that has been answered. */
  writing(): () => void {
    this.#writers++
    return () => {
      this.#writers--
      this.#written++
      void this.#readAfresh()
    }
  }

  async end(): Promise<void> {
    this.#hasEnded = true
    clearInterval(this.#timer)
    // Whatever is being read may still connect.
    await this.#readAfresh()
    await this.#client.end()
  }

  /** Whether the database said the version. */
  async #read(): Promise<boolean> {
    if (this.#hasEnded) return false
    const of = this.#written
    const at = Date.now()
    const row = await this.#client.firstRow<Row>(sql).catch(() => undefined)
    if (!row) return false
    const pages = `${row.hash} ${row.pages}`
    this.#version = { pages, sources: `${pages} ${row.sources}`, at: row.at.getTime() }
    this.#readAt = at
    this.#readOf = of
    return true
  }
}
