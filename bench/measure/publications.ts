// What happens right after a publication by another process: how soon it is seen, and how long a page takes for the first.

import { Agent, get, type IncomingMessage } from 'node:http'
import { UserError } from '#bin/steps.mjs'
import type { Publisher } from '../servers.ts'
import type { Page } from './pages.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const now = () => performance.timeOrigin + performance.now()
// The product promises a second where it is not told; beyond this something is wrong.
const patienceMs = 10_000

async function read(url: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  get(url, { agent }, resolve).on('error', reject)
  const answer = await promise
  const text = Buffer.concat(await answer.toArray()).toString()
  if (answer.statusCode !== 200) throw new UserError(`${url} answered ${answer.statusCode}.`)
  return text
}

/**
 * Asks for the page of a commitment again and again while updates about it are published. For each: how many
 * milliseconds after it was acknowledged the first request was sent whose answer had it; 0 when the very next had.
 */
export async function visibleAfter(
  origin: string,
  publisher: Publisher,
  ref: string,
  times: number,
  stopped: AbortSignal,
): Promise<number[]> {
  const url = `${origin}/en/commitments/${ref}`
  const waits: number[] = []
  for (let nth = 0; nth < times; nth++) {
    stopped.throwIfAborted()
    let published: { headline: string; at: number } | undefined
    const publishing = publisher.publish(ref).then((said) => {
      published = said
    })
    const asked: { at: number; text: string }[] = []
    for (let isSeen = false; !isSeen; ) {
      const at = now()
      const text = await read(url)
      asked.push({ at, text })
      // Until it is acknowledged nobody knows what to look for: the last answers are looked through afterwards.
      if (!published && asked.length > 50) asked.shift()
      isSeen = published !== undefined && text.includes(published.headline)
      if (published && at - published.at > patienceMs)
        throw new UserError('What was published was never seen.')
    }
    await publishing
    const { headline = '', at: since = 0 } = published ?? {}
    const first = asked.find(({ text }) => text.includes(headline))
    waits.push(Math.max(0, (first?.at ?? Number.NaN) - since))
  }
  return waits
}

/** How long one reader waits for a page that nobody has asked for since a publication, once for each address given. */
export async function firstTimes(
  origin: string,
  publisher: Publisher,
  ref: string,
  page: Page,
  times: number,
  stopped: AbortSignal,
): Promise<number[]> {
  const waits: number[] = []
  for (let nth = 0; nth < times; nth++) {
    stopped.throwIfAborted()
    await publisher.publish(ref)
    const since = performance.now()
    await read(origin + page.addresses[nth % page.addresses.length])
    waits.push(performance.now() - since)
  }
  return waits
}
