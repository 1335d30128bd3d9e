// How long a sign-in waits after wrong passwords: an account's failures slow down whoever guesses at it, and a network's
// whoever tries many accounts (lib/auth/networks.ts).
// The device cookies of OWASP's page on slowing down guessing: a device that has signed in before has a count of its own,
// so that the owner still gets in while strangers guess.

import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { origin } from '#lib/activity/origin.ts'
import { unscopedGiveBack, unscopedTakeFromNetwork } from '#lib/auth/networks.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'
import { sha256 } from '#lib/hash.ts'

const free = 10
const dayMs = 86_400_000
const longestMs = 3_600_000

/** What a device that has signed in as somebody may show at its next sign-in. */
export function deviceOf(email: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`device ${email}`).digest('base64url')
}

function isKnown(email: string, device: string | null): boolean {
  const [shown, own] = [Buffer.from(device ?? ''), Buffer.from(deviceOf(email))]
  return shown.length === own.length && timingSafeEqual(shown, own)
}

const keyOf = (email: string, device: string | null) =>
  `password:${isKnown(email, device) ? 'known' : 'new'}:${sha256(email)}`

/**
 * Takes a try at a password and returns 0, or the seconds to wait when there is none to take: ten are free, then each
 * doubles the wait, from a second to an hour. A try counts as wrong until `unscopedForgive`, so that many at once are
 * counted too. Nobody is ever shut out for good, and unknown addresses are counted like known ones. A device that the
 * account does not know needs a try of its network's first; one refused there is not counted against the account.
 */
export async function unscopedTakeTry(
  email: string,
  device: string | null,
  now = new Date(),
  address = origin().address,
): Promise<number> {
  if (!isKnown(email, device)) {
    const seconds = await unscopedTakeFromNetwork('password', address, now)
    if (seconds > 0) return seconds
  }
  return takeTry(keyOf(email, device), now)
}

/** The same for a password that somebody types at a session: a thief of the session guesses no faster. */
export async function takeTryAtSession(viewer: Member, now = new Date()): Promise<number> {
  return takeTry(`password:session:${viewer.id}`, now)
}

async function takeTry(key: string, now: Date): Promise<number> {
  const at = now.getTime()
  await db.rateLimit.deleteMany({
    where: { key: { startsWith: 'password:' }, lastRequest: { lt: at - dayMs } },
  })
  const taken = await db.$queryRaw<unknown[]>`
    INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${at}::bigint)
    ON CONFLICT (key) DO UPDATE SET count = "RateLimit".count + 1, "lastRequest" = ${at}::bigint
    WHERE "RateLimit".count < ${free} OR "RateLimit"."lastRequest"
      + least(${longestMs}::numeric, 1000 * power(2::numeric, least("RateLimit".count - ${free}, 20))) <= ${at}::bigint
    RETURNING 1`
  if (taken.length) return 0
  const row = await db.rateLimit.findUnique({ where: { key }, select: { count: true, lastRequest: true } })
  if (!row) return 1
  const wait = Math.min(longestMs, 1000 * 2 ** Math.min(row.count - free, 20))
  return Math.max(1, Math.ceil((Number(row.lastRequest) + wait - at) / 1000))
}

/** The password was right: what was counted against this device is forgotten, and its try was no guess. */
export async function unscopedForgive(
  email: string,
  device: string | null,
  address = origin().address,
): Promise<void> {
  if (!isKnown(email, device)) await unscopedGiveBack('password', 1, address)
  await db.rateLimit.deleteMany({ where: { key: keyOf(email, device) } })
}

/** A new password was set by a link: guesses at the old one do not keep its owner waiting on a new device. */
export async function unscopedStartAfresh(email: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: keyOf(email, null) } })
}

/** The same for what was typed at a session. It is the viewer's own count, and nobody else's. */
export async function unscopedForgiveAtSession(viewer: Member): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: `password:session:${viewer.id}` } })
}

/** The wait in words, for a form. */
export function waitFor(seconds: number): string {
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return `There were too many wrong tries for this address, or from your network. Try again in ${wait}.`
}
