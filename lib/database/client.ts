// The one connection to Postgres (the Prisma client) that the domain shares.

import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { socketToDatabase } from '#lib/database/liveness.ts'
import { statementNames } from '#lib/database/prepared-statements.ts'
import { env } from '#lib/env.ts'
import { Conflict } from '#lib/errors.ts'
import { Prisma, PrismaClient } from '#lib/generated/prisma/client.ts'

export { Prisma }
export type Tx = Prisma.TransactionClient

// Development reloads modules; one pool must outlive them.
const kept = globalThis as { followthroughDb?: PrismaClient }

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        max: 10,
        connectionTimeoutMillis: 8_000,
        stream: socketToDatabase,
      },
      { statementNameGenerator: statementNames() },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
}

export const db = kept.followthroughDb ?? connect()
kept.followthroughDb = db

/** How a verb takes part in another's act: in its transaction, for whom proposed what the viewer now publishes. */
export type Within = { tx?: Tx | undefined; now?: Date; proposedBy?: string }

/** Works in the transaction at hand, or in one of its own. */
export function within<T>(tx: Tx | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  return tx ? work(tx) : db.$transaction(work)
}

/**
 * Finds what an earlier, identical request made, else makes it: a form sent twice at once is one act.
 * `find` must look for the same unique key that `make` writes. Conflict where that key belongs to another request.
 */
export async function once<T>(find: () => Promise<T | null>, make: () => Promise<T>): Promise<T> {
  const before = await find()
  if (before) return before
  try {
    return await make()
  } catch (error) {
    // Whatever refused it: the first of two may have come between, and what it made is in the way of the second.
    const other = await find().catch(() => null)
    if (other) return other
    throw isKeyTaken(error) ? new Conflict(sentBefore) : error
  }
}

const sentBefore =
  'This form was sent before. Open a new one and send it from there; what you typed is still here.'
const isKeyTaken = (error: unknown) => error instanceof Error && /_requestKey_key\b/.test(error.message)
