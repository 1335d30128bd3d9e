// Knows the way to a page: who asks, which redirects are followed, and what is asked before a page is.

import { checkedAddress, type Reach } from '#engines/fetching/addresses.ts'
import { isRedirect, statusFault } from '#engines/fetching/answers.ts'
import { CaptureFailure, type CaptureFault } from '#engines/fetching/faults.ts'
import {
  agentName,
  checkPatience,
  checkRobots,
  inTurn,
  leaveAlone,
  retryAfterOf,
} from '#engines/fetching/politeness.ts'
import { acceptedEncodings, packingOf, unpack } from '#engines/fetching/unpack.ts'
import { outsideEnv } from '#lib/env.ts'
import about from '#package.json' with { type: 'json' }

export const usual = {
  redirects: 5,
  /** Bytes of the body as sent, of the body unpacked, and of everything that came through the socket. */
  wireBytes: 10 * 2 ** 20,
  decodedBytes: 25 * 2 ** 20,
  socketBytes: 11 * 2 ** 20,
  headerBytes: 16 * 2 ** 10,
  connectMs: 5_000,
  headersMs: 8_000,
  idleMs: 8_000,
  totalMs: 20_000,
  /** Bytes a second, on the average, once a body has been coming for as long as it may be idle. */
  minimumRate: 1_024,
}
export type Limits = typeof usual

/** How names become machines, and which of them may be reached; a test hands in its own. */
export type Outside = { reach: Reach; resolve: (name: string) => Promise<string[]> }

export type Visit = { limits: Limits; outside: Outside; signal: AbortSignal; left: { ms: number } }
export type Ask = { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string }
export type Answer = { status: number; headers: Record<string, string>; body: Uint8Array; answeredAt: Date }
/** One request and its answer. */
export type Exchange = (url: URL, ask: Ask, visit: Visit) => Promise<Answer>

/** The redirects that led to a page, in order; none when it answered at once. */
export type Hops = { address: string; status: number }[]
type Arrival = { answer: Answer; url: URL; hops: Hops }

/** Asks an address as a polite guest does: the site's rules first, at every hop. */
export function visitPage(url: URL, visit: Visit, exchange: Exchange): Promise<Arrival> {
  return follow(url, visit, exchange, (each) =>
    checkRobots(each, new Date(), () => robotsText(each, visit, exchange)),
  )
}

/** Asks an address and every address it points on to, each one checked anew, until there is a page. */
async function follow(
  first: URL,
  visit: Visit,
  exchange: Exchange,
  mayAsk: (url: URL) => Promise<void>,
): Promise<Arrival> {
  const hops: Hops = []
  const headers = {
    'user-agent': agent(),
    accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
    'accept-encoding': acceptedEncodings,
  }
  for (let url = first; ; ) {
    await mayAsk(url)
    const answer = await inTurn(url.hostname, visit.signal, () => {
      checkPatience(url.host, new Date())
      return exchange(url, { method: 'GET', headers }, visit)
    })
    if (!isRedirect(answer.status)) {
      const fault = statusFault(answer.status)
      if (fault) throw refusal(url, fault, answer)
      return { answer, url, hops }
    }
    hops.push({ address: url.href, status: answer.status })
    const { location } = answer.headers
    if (!location) throw new CaptureFailure('bad-answer', { detail: 'a redirect to nowhere' })
    url = checkedAddress(location.replaceAll(' ', '%20'), visit.outside.reach, url)
    const isBeenThere = hops.some((hop) => hop.address === url.href)
    if (isBeenThere || hops.length > visit.limits.redirects)
      throw new CaptureFailure('redirects', { detail: hops.map((hop) => hop.address).join(' → ') })
  }
}

function refusal(url: URL, fault: CaptureFault, { status, headers, answeredAt }: Answer): CaptureFailure {
  const seconds = status === 429 || status === 503 ? retryAfterOf(headers['retry-after'], answeredAt) : null
  return seconds === null
    ? new CaptureFailure(fault, { detail: `The site answered ${status}.` })
    : leaveAlone(url.host, fault, seconds, answeredAt)
}

/** The text of a site's robots.txt, null when it has none; when it cannot be had, nothing else is asked (RFC 9309, 2.3.1). */
async function robotsText(page: URL, visit: Visit, exchange: Exchange): Promise<string | null> {
  try {
    const limits = { ...visit.limits, decodedBytes: 512 * 1_024 }
    const { answer } = await follow(
      new URL('/robots.txt', page),
      { ...visit, limits },
      exchange,
      async () => undefined,
    )
    return new TextDecoder().decode(await unpacked(answer, limits))
  } catch (error) {
    if (!(error instanceof CaptureFailure)) throw error
    if (/^(status-4(01|03|04|10|xx)|redirects)$/.test(error.fault)) return null
    const { fault, detail, retryAfter } = error
    throw new CaptureFailure(fault, {
      detail: `robots.txt: ${detail ?? ''}`,
      ...(retryAfter !== null && { retryAfter }),
      cause: error,
    })
  }
}

/** Who asks: the product, its version, and where the people of a site can read what it does and write to somebody. */
function agent(): string {
  const { BASE_URL, CAPTURE_CONTACT } = outsideEnv()
  const page = BASE_URL && !/\/\/(localhost|127\.|\[::1)/.test(BASE_URL) ? `+${BASE_URL}/methodology` : ''
  const more = [page, CAPTURE_CONTACT].filter(Boolean).join('; ')
  return `${agentName}/${about.version}${more ? ` (${more})` : ''}`
}

/** The bytes of an answer, out of their packing. */
export const unpacked = (answer: Answer, limits: Limits) =>
  unpack(answer.body, packingOf(answer.headers['content-encoding']), limits.decodedBytes)
