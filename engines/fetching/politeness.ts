// Knows how a crawler is polite: a site's robots.txt, its wish to be left alone (Retry-After), one request at a time.

import { LRUCache } from 'lru-cache'
import robotsParser from 'robots-parser'
import { CaptureFailure, type CaptureFault } from '#engines/fetching/faults.ts'

export const agentName = 'Followthrough'

const turns = new Map<string, Promise<void>>()

/** Does `act` when every earlier request to this host is over. */
export async function inTurn<T>(host: string, signal: AbortSignal, act: () => Promise<T>): Promise<T> {
  const before = turns.get(host) ?? Promise.resolve()
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  const mine = before.then(() => over)
  turns.set(host, mine)
  try {
    await orAborted(before, signal)
    return await act()
  } finally {
    end()
    if (turns.get(host) === mine) turns.delete(host)
  }
}

/** What `work` comes to, or the reason of the signal when that is first. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined) // nobody listens to work that was given up
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

const longestWait = 24 * 60 * 60

/** The seconds of a Retry-After header, which is a number or a date (RFC 9110, 10.2.3); null when it says neither. */
export function retryAfterOf(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text), longestWait)
  // Date.parse reads almost anything as some date: what is sent begins with the name of a day.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return null
  const seconds = Math.ceil((Date.parse(text) - now.getTime()) / 1_000)
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), longestWait)
}

type Wait = { fault: CaptureFault; until: number }
// What so many sites last said is remembered: more would grow without end.
const mostSites = 500
const waits = new LRUCache<string, Wait>({ max: mostSites })

function failure({ fault, until }: Wait, now: number): CaptureFailure {
  const when = new Date(until).toISOString().slice(0, 16).replace('T', ' ')
  const retryAfter = Math.max(1, Math.ceil((until - now) / 1_000))
  return new CaptureFailure(fault, { detail: `The site asked us to wait until ${when} UTC.`, retryAfter })
}

/** Remembers that a host asked to be left alone for some seconds, and gives the failure that says so. */
export function backOff(host: string, fault: CaptureFault, seconds: number, now: Date): CaptureFailure {
  const wait = { fault, until: now.getTime() + seconds * 1_000 }
  waits.set(host, wait)
  return failure(wait, now.getTime())
}

/** Throws the same failure again while the time that a host asked for has not passed. */
export function checkBackOff(host: string, now: Date): void {
  const wait = waits.get(host)
  if (!wait) return
  if (wait.until > now.getTime()) throw failure(wait, now.getTime())
  waits.delete(host)
}

type Rules = { isAllowed: (address: string) => boolean; readAt: number }
const rules = new LRUCache<string, Rules>({ max: mostSites })
const freshFor = 60 * 60 * 1_000
const everything: Omit<Rules, 'readAt'> = { isAllowed: () => true }

/** The rules of a site as they were read within the hour; null when they must be read (again). */
export function freshRules(url: URL, now: Date): Rules | null {
  const known = rules.get(url.origin)
  return known && now.getTime() - known.readAt <= freshFor ? known : null
}

/** Takes the text of a site's robots.txt, null when it has none, and remembers what it closes to us. */
export function rememberRules(url: URL, text: string | null, now: Date): Rules {
  const read = { ...(text === null ? everything : rulesOf(url, text)), readAt: now.getTime() }
  rules.set(url.origin, read)
  return read
}

// Matching a wildcard costs path × pattern: a file with more of them than this is written to waste time.
const mostWild = 50_000

function rulesOf(url: URL, text: string): Omit<Rules, 'readAt'> {
  const wild = text.match(/^[ \t]*(dis)?allow.*\*.*$/gim) ?? []
  if (wild.join('').length > mostWild) return { isAllowed: () => false }
  const robots = robotsParser(`${url.origin}/robots.txt`, text.replace(/^\uFEFF/, ''))
  return { isAllowed: (address) => robots.isAllowed(address, agentName) !== false }
}

/** Forgets what was learnt about sites, so that one test does not inherit from another. */
export function forgetPoliteness(): void {
  waits.clear()
  rules.clear()
}
