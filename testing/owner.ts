// The database as its owner, who can do what the product's role cannot:
// to tamper with it, and to see its guards refuse.

import pg from 'pg'

export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL ?? '' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What becomes of one statement of the owner's. */
export const owned = (sql: string): Promise<unknown> => asOwner((client) => client.query(sql))
