// Knows the one way out to the web: fetches a page for whoever may ask, and asks a model service of the operator.

import { checkedAddress } from '#engines/fetching/addresses.ts'
import { isRedirect, statusFault } from '#engines/fetching/answers.ts'
import { type Ask, exchange, resolveName, unpacked } from '#engines/fetching/exchange.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { type Limits, usualLimits } from '#engines/fetching/limits.ts'
import type { Outside } from '#engines/fetching/outside.ts'
import { type Hops, visitPage } from '#engines/fetching/redirects.ts'

export type Fetched = {
  bytes: Uint8Array
  status: number
  contentType: string | null
  headers: Record<string, string>
  address: string
  hops: Hops
  fetchedAt: Date
}

/** The page at an address, after its redirects and within the limits. Throws CaptureFailure, which says what was wrong. */
export async function fetchPage(
  address: string,
  options: { outside: Outside; signal?: AbortSignal; limits?: Partial<Limits> },
): Promise<Fetched> {
  const { reach, resolve, userAgent } = options.outside
  const limits = { ...usualLimits, ...options.limits }
  const signal = options.signal ?? new AbortController().signal
  const network = { reach, resolve }
  const visit = { limits, network, userAgent, signal, left: { ms: limits.totalMs } }
  return orCancelled(signal, async () => {
    const first = checkedAddress(address, reach)
    const { answer, url, hops } = await visitPage(first, visit)
    const bytes = await unpacked(answer, limits)
    const contentType = answer.headers['content-type'] ?? null
    const { status, headers, answeredAt: fetchedAt } = answer
    return { bytes, status, contentType, headers, address: url.href, hops, fetchedAt }
  })
}

/** Posts JSON to the address that the operator configured, which may be on this machine; nobody else's text leads here. */
export async function askModel(
  address: string,
  body: unknown,
  options: { signal?: AbortSignal; timeoutMs?: number; key?: string } = {},
): Promise<unknown> {
  const ms = options.timeoutMs ?? 30_000
  const size = 2 * 2 ** 20
  const limits = {
    ...usualLimits,
    wireBytes: size,
    decodedBytes: size,
    totalMs: ms,
    headersMs: ms,
    idleMs: ms,
  }
  const network = { reach: { mayReach: () => true, mayUsePort: () => true }, resolve: resolveName }
  const signal = options.signal ?? new AbortController().signal
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const ask: Ask = {
    method: 'POST',
    headers: options.key ? { ...headers, authorization: `Bearer ${options.key}` } : headers,
    body: JSON.stringify(body),
  }
  return orCancelled(signal, async () => {
    const url = checkedAddress(address, network.reach)
    const answer = await exchange(url, ask, { limits, network, signal, left: { ms } })
    const fault = isRedirect(answer.status) ? 'redirects' : statusFault(answer.status)
    if (fault) throw new CaptureFailure(fault, { detail: `The model service answered ${answer.status}.` })
    const text = new TextDecoder().decode(await unpacked(answer, limits))
    try {
      return JSON.parse(text)
    } catch (cause) {
      throw new CaptureFailure('bad-answer', { detail: 'The model service did not answer in JSON.', cause })
    }
  })
}

async function orCancelled<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (signal.aborted) throw new CaptureFailure('cancelled', { cause: error })
    throw error
  }
}
