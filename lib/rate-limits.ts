// Rate limits: how many tries at a password, links, reports and the like are allowed, and the wait until the next one.

import { randomUUID } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { db } from '#lib/database/client.ts'
import { dayMs, hourMs } from '#lib/dates.ts'

/**
 * Backoff: so many are free, then each doubles the wait, from a second on. Bucket: so many at once, and another each
 * time so much has passed. Window: so many in a stretch of time that begins with the first.
 */
type Limit =
  | { kind: 'backoff'; free: number; longestMs: number; forgottenAfterMs: number }
  | { kind: 'bucket'; size: number; eachMs: number }
  | { kind: 'window'; most: number; windowMs: number }

/** By the beginning of the keys that are counted so. */
export const limits = {
  /** Tries at the password of one account: nobody is ever shut out for good. */
  password: { kind: 'backoff', free: 10, longestMs: hourMs, forgottenAfterMs: dayMs },
  /** Tries from one network, whatever accounts they are at. */
  network: { kind: 'bucket', size: 30, eachMs: 60_000 },
  /** Messages to one address with a link for a new password. */
  reset: { kind: 'window', most: 1, windowMs: 120_000 },
  /** Reports from one network, and from everybody, so that a flood stays small. */
  report: { kind: 'window', most: 6, windowMs: hourMs },
  'reports-of-all': { kind: 'window', most: 300, windowMs: hourMs },
} as const satisfies Record<string, Limit>
export type LimitName = keyof typeof limits

/** `last`: the latest try; of a bucket, when all that was taken will be forgotten; of a window, when it began. */
export type Counted = { count: number; last: number }

/** What is counted after one more try at the instant `at`, or the milliseconds until there may be one. */
export function afterTry(limit: Limit, before: Counted | null, at: number): Counted | { waitMs: number } {
  const { count, last } = before && !isForgotten(limit, before, at) ? before : { count: 0, last: at }
  const waitMs = waitOf(limit, { count, last }, at)
  if (waitMs > 0) return { waitMs }
  if (limit.kind === 'bucket') return { count: count + 1, last: Math.max(last, at) + limit.eachMs }
  return { count: count + 1, last: limit.kind === 'window' ? last : at }
}

function waitOf(limit: Limit, { count, last }: Counted, at: number): number {
  if (limit.kind === 'bucket') return last - (limit.size - 1) * limit.eachMs - at
  if (limit.kind === 'window') return count < limit.most ? 0 : last + limit.windowMs - at
  if (count < limit.free) return 0
  return last + Math.min(limit.longestMs, 1_000 * 2 ** Math.min(count - limit.free, 20)) - at
}

const isForgotten = (limit: Limit, { last }: Counted, at: number) => last <= at - forgottenAfter(limit)

function forgottenAfter(limit: Limit): number {
  if (limit.kind === 'backoff') return limit.forgottenAfterMs
  return limit.kind === 'window' ? limit.windowMs : 0
}

/** What is counted as one place: an IPv4 address, or the 64 bits of an IPv6 address that one household or host is given. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`).toString()
}

const turns = new Map<string, Promise<unknown>>()

/** Takes a try of `whose` and returns 0, or the milliseconds to wait when there is none to take. */
export function unscopedTake(name: LimitName, whose: string, now: Date): Promise<number> {
  const key = `${name}:${whose}`
  // One after the other: a thousand guesses at once would all read and write the same row, again and again.
  const turn = (turns.get(key) ?? Promise.resolve()).catch(() => undefined).then(() => take(name, key, now))
  const last = turn.finally(() => turns.get(key) === last && turns.delete(key))
  turns.set(key, last)
  return last
}

async function take(name: LimitName, key: string, now: Date): Promise<number> {
  const [limit, at] = [limits[name], now.getTime()]
  for (;;) {
    const row = await db.rateLimit.findUnique({ where: { key }, select: { count: true, lastRequest: true } })
    const after = afterTry(limit, row && { count: row.count, last: Number(row.lastRequest) }, at)
    if ('waitMs' in after) return after.waitMs
    const data = { count: after.count, lastRequest: after.last }
    const { count } = row
      ? await db.rateLimit.updateMany({ where: { key, ...row }, data })
      : await db.rateLimit.createMany({ data: [{ id: randomUUID(), key, ...data }], skipDuplicates: true })
    // When another process was faster, what is left is asked again (optimistic locking).
    if (count) break
  }
  const forgotten = { lte: at - forgottenAfter(limit) }
  await db.rateLimit.deleteMany({ where: { key: { startsWith: `${name}:` }, lastRequest: forgotten } })
  return 0
}

/** Gives tries back that were taken from a bucket and were no guesses. */
export async function unscopedGiveBack(name: 'network', whose: string, tries: number): Promise<void> {
  const lastRequest = { decrement: tries * limits[name].eachMs }
  await db.rateLimit.updateMany({ where: { key: `${name}:${whose}` }, data: { lastRequest } })
}

/** Forgets what was counted. */
export async function unscopedForget(name: LimitName, whose: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: `${name}:${whose}` } })
}
