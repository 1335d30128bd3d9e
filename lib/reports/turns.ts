// How often reports are taken: a few an hour from one network, and so many from all that a flood stays small.

import { createHmac, randomUUID } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { db } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'

const hourMs = 3_600_000
export const most = { ofOne: 6, ofAll: 300 }

/**
 * Takes a turn of the sender's and one of everybody's, and returns 0; or the minutes until there are some again.
 * Everybody may report; this comes before it.
 */
export async function unscopedTakeTurn(sender: string | undefined, now: Date): Promise<number> {
  const at = now.getTime()
  await db.rateLimit.deleteMany({
    where: { key: { startsWith: 'report:' }, lastRequest: { lt: at - hourMs } },
  })
  return (await turnOf(keyOf(sender), most.ofOne, at)) || turnOf('report:all', most.ofAll, at)
}

// Only a keyed hash is kept: who reported is nobody's business. An IPv6 customer has a /64 at least.
function keyOf(sender = ''): string {
  const address = ipaddr.isValid(sender) ? ipaddr.process(sender) : null
  const network = address?.kind() === 'ipv6' ? address.toByteArray().slice(0, 8).join('.') : sender
  return `report:${createHmac('sha256', env().AUTH_SECRET).update(`report ${network}`).digest('base64url')}`
}

/** lastRequest is when the hour began: old rows are deleted before. */
async function turnOf(key: string, count: number, at: number): Promise<number> {
  const taken = await db.$queryRaw<unknown[]>`
    INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${at}::bigint)
    ON CONFLICT (key) DO UPDATE SET count = "RateLimit".count + 1
    WHERE "RateLimit".count < ${count} RETURNING 1`
  if (taken.length) return 0
  const row = await db.rateLimit.findUnique({ where: { key }, select: { lastRequest: true } })
  return Math.max(1, Math.ceil((Number(row?.lastRequest ?? at) + hourMs - at) / 60_000))
}
