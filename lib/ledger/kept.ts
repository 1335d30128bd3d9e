// Answers kept for as long as the ledger stands still: what is public only changes when an entry is appended.

import type { Clocks } from '#lib/dates.ts'
import { db } from '#lib/db.ts'

const most = 300
const kept = new Map<string, Promise<unknown>>()

/**
 * What `make` answers to `question` at the two clocks, made once per ledger head however many ask at once.
 * The head is read first, so an answer can be newer than its key, never older. Answers are shared: do not change them.
 */
export async function keptByHead<T>(question: string, clocks: Clocks, make: () => Promise<T>): Promise<T> {
  const head = await db.ledgerHead.findUnique({ where: { id: 1 }, select: { hash: true } })
  // "Now" moves with every request, but shows the same until the head or the day does.
  const known = clocks.isNow ? 'now' : clocks.known.toISOString()
  const key = `${head?.hash} ${clocks.on} ${known} ${question}`
  const found = kept.get(key) as Promise<T> | undefined
  const answer = found ?? make()
  kept.delete(key)
  kept.set(key, answer)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest) kept.delete(oldest)
  // A failure is not an answer: whoever asks next tries again.
  answer.catch(() => kept.delete(key))
  return answer
}
