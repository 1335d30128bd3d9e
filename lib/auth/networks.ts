// How many tries one place has: whoever tries many accounts from one network is slowed down, whatever accounts they are.

import { randomUUID } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { origin } from '#lib/activity/origin.ts'
import { db } from '#lib/database/client.ts'
import { sha256 } from '#lib/hash.ts'

/** Counted apart, so that guessing passwords from an office does not keep the office from its passkeys and links. */
export type Door = 'password' | 'code' | 'passkey' | 'link'

const free = 30
const eachMs = 60_000

/** What is counted as one place: an IPv4 address, or the 64 bits of an IPv6 address that one household or host is given. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`).toString()
}

const keyOf = (door: Door, address: string) => `network:${door}:${sha256(networkOf(address))}`

/**
 * Takes a try at a door for the network of an address and returns 0, or the seconds to wait when there is none to take:
 * thirty at once, and another every minute. `lastRequest` is when all that was taken will have been forgotten. Without
 * an address, as for the command line, nothing is counted.
 */
export async function unscopedTakeFromNetwork(
  door: Door,
  address = origin().address,
  now = new Date(),
): Promise<number> {
  if (address === undefined) return 0
  const [key, at, most] = [keyOf(door, address), now.getTime(), (free - 1) * eachMs]
  await db.rateLimit.deleteMany({ where: { key: { startsWith: 'network:' }, lastRequest: { lt: at } } })
  const taken = await db.$queryRaw<unknown[]>`
    INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${at + eachMs}::bigint)
    ON CONFLICT (key) DO UPDATE SET count = "RateLimit".count + 1,
      "lastRequest" = greatest("RateLimit"."lastRequest", ${at}::bigint) + ${eachMs}::bigint
    WHERE "RateLimit"."lastRequest" <= ${at}::bigint + ${most}::bigint
    RETURNING 1`
  if (taken.length) return 0
  const row = await db.rateLimit.findUnique({ where: { key }, select: { lastRequest: true } })
  return row ? Math.max(1, Math.ceil((Number(row.lastRequest) - most - at) / 1000)) : 1
}

/** Gives tries back that were no guesses. Only those: whoever owns one account must not win tries at the others. */
export async function unscopedGiveBack(door: Door, tries = 1, address = origin().address): Promise<void> {
  if (address === undefined) return
  await db.rateLimit.updateMany({
    where: { key: keyOf(door, address) },
    data: { lastRequest: { decrement: tries * eachMs } },
  })
}
