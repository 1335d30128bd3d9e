// The one connection to Postgres that the domain shares.

import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#lib/env.ts'
import { Prisma, PrismaClient } from '#lib/generated/prisma/client.ts'

export { Prisma }
export type Tx = Prisma.TransactionClient

// Development reloads modules; one pool must outlive them.
const kept = globalThis as { followthroughDb?: PrismaClient }

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10, connectionTimeoutMillis: 2_000 }),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
}

export const db = kept.followthroughDb ?? connect()
kept.followthroughDb = db
