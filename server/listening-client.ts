// LISTEN/NOTIFY: one connection to Postgres that listens to a channel, and is made again when it is lost.

import pg from 'pg'
import { socketToDatabase } from '#lib/database/liveness.ts'

const waitMs = 1_500

export class ListeningClient {
  readonly #connectionString: string | undefined
  readonly #channel: string
  readonly #onNotification: () => void
  #client: pg.Client | undefined

  /** `onNotification` is called for each NOTIFY that comes in while there is a connection. */
  constructor(connectionString: string | undefined, channel: string, onNotification: () => void) {
    this.#connectionString = connectionString
    this.#channel = channel
    this.#onNotification = onNotification
  }

  /** The first row of what is asked. Throws where the database does not answer in time; the next call connects anew. */
  async firstRow<Row extends pg.QueryResultRow>(sql: string): Promise<Row | undefined> {
    try {
      const client = await this.#connected()
      return (await client.query<Row>(sql)).rows[0]
    } catch (error) {
      if (this.#client) this.#lose(this.#client)
      throw error
    }
  }

  async end(): Promise<void> {
    await this.#client?.end().catch(() => undefined)
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client
    const made = new pg.Client({
      connectionString: this.#connectionString,
      connectionTimeoutMillis: waitMs,
      query_timeout: waitMs,
      keepAlive: true,
      stream: socketToDatabase,
      application_name: 'followthrough content version',
    })
    this.#client = made
    made.on('error', () => this.#lose(made))
    made.on('end', () => this.#lose(made))
    made.on('notification', this.#onNotification)
    await made.connect()
    // Before the first question: what is notified in between is in its answer.
    await made.query(`LISTEN ${this.#channel}`)
    return made
  }

  #lose(lost: pg.Client): void {
    if (this.#client !== lost) return
    this.#client = undefined
    void lost.end().catch(() => undefined)
  }
}
