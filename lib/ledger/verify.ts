// Goes over everything that must never change and says the first thing that did.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import { faultOf, genesis, type Link, sha256 } from '#lib/ledger/rules.ts'

const page = 500

export type Verdict = {
  seq: number
  snapshots: number
  excerpts: number
  updates: number
  fault: string | null
}

/**
 * Recomputes the chain from its first entry, hashes every snapshot again and finds every excerpt in its snapshot.
 * Stops at the first difference and names it in `fault`; the counts say how far it came.
 * `say` hears each step as it ends.
 */
export async function verifyLedger(
  viewer: Viewer,
  say: (line: string) => void = () => undefined,
): Promise<Verdict> {
  authorize(viewer, 'ledger.check', 'any')
  const verdict: Verdict = { seq: 0, snapshots: 0, excerpts: 0, updates: 0, fault: null }
  const steps = [checkChain, checkSnapshots, checkExcerpts]
  for (const step of steps) {
    verdict.fault = await step(verdict)
    if (verdict.fault) return verdict
    say(lineOf(step, verdict))
  }
  return verdict
}

function lineOf(step: unknown, verdict: Verdict): string {
  if (step === checkChain)
    return `${verdict.seq} ledger entries: each follows from the one before, and the last is the head.`
  if (step === checkSnapshots) return `${verdict.snapshots} snapshots: bytes and text match their hashes.`
  return `${verdict.excerpts} excerpts: each stands word for word in its snapshot.`
}

async function checkChain(verdict: Verdict): Promise<string | null> {
  // Read first: entries appended while this runs come after this head.
  const head = await db.ledgerHead.findUnique({ where: { id: 1 }, select: { seq: true, hash: true } })
  if (!head) return 'The ledger has no head.'
  let before: Link = genesis
  for (;;) {
    const entries = await db.ledgerEntry.findMany({
      where: { seq: { gt: before.seq, lte: head.seq } },
      orderBy: { seq: 'asc' },
      take: page,
    })
    for (const entry of entries) {
      const fault = faultOf(before, entry)
      if (fault) return fault
      before = entry
      verdict.seq = entry.seq
    }
    if (entries.length < page) break
  }
  if (before.seq !== head.seq) return `Entry ${before.seq + 1} is missing: the head is entry ${head.seq}.`
  return before.hash === head.hash ? null : `The head does not carry the hash of entry ${before.seq}.`
}

async function checkSnapshots(verdict: Verdict): Promise<string | null> {
  let after = ''
  for (;;) {
    const snapshots = await db.snapshot.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: 50,
    })
    for (const { id, bytes, bytesSha256, text, textSha256 } of snapshots) {
      if (sha256(bytes) !== bytesSha256) return `Snapshot ${id}: its bytes do not match their hash.`
      if (sha256(text) !== textSha256) return `Snapshot ${id}: its text does not match its hash.`
      verdict.snapshots++
      after = id
    }
    if (snapshots.length < 50) return null
  }
}

async function checkExcerpts(verdict: Verdict): Promise<string | null> {
  let after = ''
  for (;;) {
    const snapshots = await db.snapshot.findMany({
      where: { id: { gt: after }, excerpts: { some: {} } },
      orderBy: { id: 'asc' },
      take: 50,
      select: {
        id: true,
        text: true,
        excerpts: { select: { id: true, exact: true, prefix: true, suffix: true, start: true, end: true } },
      },
    })
    for (const { id, text, excerpts } of snapshots) {
      for (const { exact, prefix, suffix, start, end, ...excerpt } of excerpts) {
        const around = text.slice(start - prefix.length, end + suffix.length)
        if (text.slice(start, end) !== exact || around !== prefix + exact + suffix)
          return `Excerpt ${excerpt.id} does not stand at ${start}–${end} of snapshot ${id}.`
        verdict.excerpts++
      }
      after = id
    }
    if (snapshots.length < 50) return null
  }
}
