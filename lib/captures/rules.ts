// The states of a capture: the steps it goes through, and how its state follows from its timestamps.

import type { CaptureMethod } from '#lib/generated/prisma/enums.ts'

type CaptureState = 'waiting' | 'fetching' | 'reading' | 'ready' | 'kept' | 'failed' | 'cancelled'

export const captureStates: Record<CaptureState, string> = {
  waiting: 'waiting for its turn',
  fetching: 'fetching the page',
  reading: 'reading the text',
  ready: 'ready for you to check',
  kept: 'kept in the archive',
  failed: 'failed',
  cancelled: 'cancelled',
}

export type CaptureInstants = {
  fetchingAt: Date | null
  readingAt: Date | null
  readAt: Date | null
  failedAt: Date | null
  cancelledAt: Date | null
  keptAt: Date | null
}

/** The columns that the state of a capture follows from. */
export const captureInstants = {
  fetchingAt: true,
  readingAt: true,
  readAt: true,
  failedAt: true,
  cancelledAt: true,
  keptAt: true,
} as const

/** Which captures are still on their way. */
export const unfinishedCaptures = { keptAt: null, cancelledAt: null, failedAt: null, readAt: null } as const

/** The state of a capture: a derived thing, so that no column can contradict what happened. */
export function captureState(capture: CaptureInstants): CaptureState {
  if (capture.keptAt) return 'kept'
  if (capture.cancelledAt) return 'cancelled'
  if (capture.failedAt) return 'failed'
  if (capture.readAt) return 'ready'
  if (capture.readingAt) return 'reading'
  return capture.fetchingAt ? 'fetching' : 'waiting'
}

/** Where the subject stands for lib/access: whether the worker has it, it came to nothing, a person must act, or it is over. */
export function captureSituation(capture: CaptureInstants): 'running' | 'stopped' | 'ready' | 'over' {
  const state = captureState(capture)
  if (state === 'kept') return 'over'
  if (state === 'ready') return 'ready'
  return state === 'failed' || state === 'cancelled' ? 'stopped' : 'running'
}

export type CaptureStep = { name: string; at: Date | null }

/** The steps of a capture in order, each with the instant it began or null. */
export function captureSteps(
  capture: CaptureInstants & { method: CaptureMethod; startedAt: Date },
): CaptureStep[] {
  const fetching = { name: 'Fetch the page', at: capture.fetchingAt }
  return [
    { name: 'Take its turn', at: capture.startedAt },
    ...(capture.method === 'ADDRESS' ? [fetching] : []),
    { name: 'Read its text', at: capture.readingAt },
    { name: 'Ready to be checked', at: capture.readAt },
  ]
}

const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|cmpid|ncid|smid|CMP)$/i

/** An address without what only says how a reader came there: fragment and tracking parameters. */
export function plainAddress(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  return url.href
}

/** The addresses under which the same page may be recorded: either scheme, with and without "www." and a last slash. */
export function sameAddresses(address: string): string[] {
  const url = URL.parse(plainAddress(address))
  if (!url) return [address]
  const hosts = [url.host, url.host.startsWith('www.') ? url.host.slice(4) : `www.${url.host}`]
  const path = url.pathname.replace(/\/+$/, '')
  const paths = path === '' ? ['/', ''] : [path, `${path}/`]
  const made = ['https:', 'http:'].flatMap((scheme) =>
    hosts.flatMap((host) => paths.map((each) => `${scheme}//${host}${each}${url.search}`)),
  )
  return [...new Set([address, url.href, ...made])]
}
