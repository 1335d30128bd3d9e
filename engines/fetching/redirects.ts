// Knows the way to a page: which redirects are followed, and that a site's robots.txt is asked before every hop.

import { checkedAddress } from '#engines/fetching/addresses.ts'
import { isRedirect, statusFault } from '#engines/fetching/answers.ts'
import { type Answer, type Connecting, exchange, unpacked } from '#engines/fetching/exchange.ts'
import { CaptureFailure, type CaptureFault } from '#engines/fetching/faults.ts'
import {
  backOff,
  checkBackOff,
  freshRules,
  inTurn,
  rememberRules,
  retryAfterOf,
} from '#engines/fetching/politeness.ts'
import { acceptedEncodings } from '#engines/fetching/unpack.ts'

type Visit = Connecting & { userAgent: string }

/** The redirects that led to a page, in order; none when it answered at once. */
export type Hops = { address: string; status: number }[]
type Arrival = { answer: Answer; url: URL; hops: Hops }

/** Asks an address as a polite guest does: the site's rules first, at every hop. */
export function visitPage(url: URL, visit: Visit): Promise<Arrival> {
  return follow(url, visit, { isForRules: false })
}

/** Asks an address and every address it points on to, each one checked anew, until there is a page. */
async function follow(first: URL, visit: Visit, { isForRules }: { isForRules: boolean }): Promise<Arrival> {
  const hops: Hops = []
  const headers = {
    'user-agent': visit.userAgent,
    accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
    'accept-encoding': acceptedEncodings,
  }
  for (let url = first; ; ) {
    if (!isForRules) await checkRobots(url, visit)
    const answer = await inTurn(url.hostname, visit.signal, () => {
      checkBackOff(url.host, new Date())
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
    url = checkedAddress(location.replaceAll(' ', '%20'), visit.network.reach, url)
    const isBeenThere = hops.some((hop) => hop.address === url.href)
    if (isBeenThere || hops.length > visit.limits.redirects)
      throw new CaptureFailure('redirects', { detail: hops.map((hop) => hop.address).join(' → ') })
  }
}

function refusal(url: URL, fault: CaptureFault, { status, headers, answeredAt }: Answer): CaptureFailure {
  const seconds = status === 429 || status === 503 ? retryAfterOf(headers['retry-after'], answeredAt) : null
  return seconds === null
    ? new CaptureFailure(fault, { detail: `The site answered ${status}.` })
    : backOff(url.host, fault, seconds, answeredAt)
}

/** Refuses an address that the robots.txt of its site closes to us. */
async function checkRobots(url: URL, visit: Visit): Promise<void> {
  const now = new Date()
  const rules = freshRules(url, now) ?? rememberRules(url, await robotsText(url, visit), now)
  if (!rules.isAllowed(url.href)) throw new CaptureFailure('robots', { detail: `${url.origin}/robots.txt` })
}

/** The text of a site's robots.txt, null when it has none; when it cannot be had, nothing else is asked (RFC 9309, 2.3.1). */
async function robotsText(page: URL, visit: Visit): Promise<string | null> {
  try {
    const limits = { ...visit.limits, decodedBytes: 512 * 1_024 }
    const { answer } = await follow(new URL('/robots.txt', page), { ...visit, limits }, { isForRules: true })
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
