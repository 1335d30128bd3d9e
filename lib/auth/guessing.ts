// Slows down guessing at sign-ins (brute force, credential stuffing): an account's failures make whoever guesses at it
// wait, and a network's whoever tries many accounts. How many tries there are is said in lib/rate-limits.ts.
// The device cookies of OWASP's page on slowing down guessing: a device that has signed in before has a count of its own,
// so that the owner still gets in while strangers guess.

import { createHmac, timingSafeEqual } from 'node:crypto'
import { origin } from '#lib/activity/origin.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { env } from '#lib/env.ts'
import { sha256 } from '#lib/hash.ts'
import { networkOf, unscopedForget, unscopedGiveBack, unscopedTake } from '#lib/rate-limits.ts'

/** Counted apart, so that guessing passwords from an office does not keep the office from its passkeys and links. */
type SignInWay = 'password' | 'code' | 'passkey' | 'link'

/** What a device that has signed in as somebody may show at its next sign-in. */
export function deviceOf(email: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`device ${email}`).digest('base64url')
}

function isKnown(email: string, device: string | null): boolean {
  const [shown, own] = [Buffer.from(device ?? ''), Buffer.from(deviceOf(email))]
  return shown.length === own.length && timingSafeEqual(shown, own)
}

const accountKey = (email: string, device: string | null) =>
  `${isKnown(email, device) ? 'known' : 'new'}:${sha256(email)}`
const networkKey = (way: SignInWay, address: string) => `${way}:${sha256(networkOf(address))}`
const sessionKey = (viewer: Member) => `session:${viewer.id}`
const secondsOf = (ms: number) => Math.ceil(ms / 1_000)

/**
 * Takes a try at a password and returns 0, or the seconds to wait when there is none to take. A try counts as wrong
 * until `unscopedForgive`, so that many at once are counted too. Unknown addresses are counted like known ones. A device
 * that the account does not know needs a try of its network's first; one refused there is not counted against the
 * account.
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
  return secondsOf(await unscopedTake('password', accountKey(email, device), now))
}

/** The same for a password that somebody types at a session: a thief of the session guesses no faster. */
export async function takeTryAtSession(viewer: Member, now = new Date()): Promise<number> {
  return secondsOf(await unscopedTake('password', sessionKey(viewer), now))
}

/**
 * Takes a try of the network of an address and returns 0, or the seconds to wait when there is none to take. Without an
 * address, as for the command line, nothing is counted.
 */
export async function unscopedTakeFromNetwork(
  way: SignInWay,
  address = origin().address,
  now = new Date(),
): Promise<number> {
  return address === undefined ? 0 : secondsOf(await unscopedTake('network', networkKey(way, address), now))
}

/** Gives tries back that were no guesses. Only those: whoever owns one account must not win tries at the others. */
export async function unscopedGiveTriesBack(
  way: SignInWay,
  tries = 1,
  address = origin().address,
): Promise<void> {
  if (address !== undefined) await unscopedGiveBack('network', networkKey(way, address), tries)
}

/** The password was right: what was counted against this device is forgotten, and its try was no guess. */
export async function unscopedForgive(
  email: string,
  device: string | null,
  address = origin().address,
): Promise<void> {
  if (!isKnown(email, device)) await unscopedGiveTriesBack('password', 1, address)
  await unscopedForget('password', accountKey(email, device))
}

/** A new password was set by a link: guesses at the old one do not keep its owner waiting on a new device. */
export async function unscopedStartAfresh(email: string): Promise<void> {
  await unscopedForget('password', accountKey(email, null))
}

export async function unscopedForgiveAtSession(viewer: Member): Promise<void> {
  await unscopedForget('password', sessionKey(viewer))
}

/** The wait in words, for a form. */
export function waitFor(seconds: number): string {
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return `There were too many wrong tries for this address, or from your network. Try again in ${wait}.`
}
