// Verifies the ledger (tamper detection): goes over the hash chain,
// the checkpoints and everything that must never change, and says the first thing that did.

import { authorize } from '#lib/access.ts'
import { unpackOriginal } from '#lib/articles/originals.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { sha256 } from '#lib/hash.ts'
import { type ChainLink, chainFault, type Entry, genesis, subjectOf } from '#lib/ledger/rules.ts'
import { unscopedUpdatesForLedger, updateSubject, withdrawalSubject } from '#lib/updates/ledger-entry.ts'

export type Verdict = {
  seq: number
  snapshots: number
  excerpts: number
  updates: number
  merges: number
  fault: string | null
}
type Step = { check: (verdict: Verdict) => Promise<string | null>; said: (verdict: Verdict) => string }

const steps: Step[] = [
  {
    check: checkChain,
    said: ({ seq }) => `${seq} ledger entries: each follows from the one before, and the last is the head.`,
  },
  {
    check: checkSigned,
    said: () => 'Every checkpoint names the entry that stands there.',
  },
  {
    check: checkSnapshots,
    said: ({ snapshots }) => `${snapshots} snapshots: bytes and text match their hashes.`,
  },
  {
    check: checkExcerpts,
    said: ({ excerpts }) => `${excerpts} excerpts: each stands word for word in its snapshot.`,
  },
  {
    check: checkUpdates,
    said: ({ updates }) => `${updates} published updates: each says what its ledger entry says.`,
  },
  {
    check: checkMerges,
    said: ({ merges }) => `${merges} merges of commitments: each says what its ledger entry says.`,
  },
]

/**
 * Recomputes the chain from its first entry, hashes every snapshot again, finds every excerpt in its snapshot, and
 * makes the ledger's words for every published update and withdrawal again from their rows.
 * Stops at the first difference and names it in `fault`; the counts say how far it came. `say` hears each step end.
 */
export async function verifyLedger(
  viewer: Viewer,
  say: (line: string) => void = () => undefined,
): Promise<Verdict> {
  authorize(viewer, 'ledger.check', 'any')
  const verdict: Verdict = { seq: 0, snapshots: 0, excerpts: 0, updates: 0, merges: 0, fault: null }
  for (const { check, said } of steps) {
    verdict.fault = await check(verdict)
    if (verdict.fault) return verdict
    say(said(verdict))
  }
  return verdict
}

/** Calls `visit` for every row of a table, page by page by id; stops at the first fault. */
async function walk<R extends { id: string }>(
  read: (after: string) => Promise<R[]>,
  visit: (row: R) => Promise<string | null> | string | null,
): Promise<string | null> {
  for (let after = ''; ; ) {
    const rows = await read(after)
    for (const row of rows) {
      const fault = await visit(row)
      if (fault) return fault
      after = row.id
    }
    if (rows.length === 0) return null
  }
}

/** What was signed must still stand: otherwise its owner could cut the last entries off, or write them anew. */
async function checkSigned(): Promise<string | null> {
  const notes = await db.checkpoint.findMany({ orderBy: { seq: 'asc' }, select: { seq: true, note: true } })
  for (let at = 0; at < notes.length; at += 1_000) {
    const some = notes.slice(at, at + 1_000)
    const where = { seq: { in: some.map(({ seq }) => seq) } }
    const entries = await db.ledgerEntry.findMany({ where, select: { seq: true, hash: true } })
    const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]))
    for (const { seq, note } of some) {
      const [, size, hash = ''] = note.split('\n')
      if (size !== String(seq) || Buffer.from(hash, 'base64').toString('hex') !== hashes.get(seq))
        return `Entry ${seq} is not the one that was signed.`
    }
  }
  return null
}

async function checkChain(verdict: Verdict): Promise<string | null> {
  // Read first: entries appended while this runs come after this head.
  const head = await db.ledgerHead.findUnique({ where: { id: 1 }, select: { seq: true, hash: true } })
  if (!head) return 'The ledger has no head.'
  let before: ChainLink = genesis
  const page = async () =>
    db.ledgerEntry.findMany({
      where: { seq: { gt: before.seq, lte: head.seq } },
      orderBy: { seq: 'asc' },
      take: 500,
    })
  for (let entries = await page(); entries.length > 0; entries = await page())
    for (const entry of entries) {
      const fault = chainFault(before, entry)
      if (fault) return fault
      before = entry
      verdict.seq = entry.seq
    }
  if (before.seq !== head.seq) return `Entry ${before.seq + 1} is missing: the head is entry ${head.seq}.`
  return before.hash === head.hash ? null : `The head does not carry the hash of entry ${before.seq}.`
}

const archived = {
  id: true,
  bytesSha256: true,
  text: true,
  textSha256: true,
  original: { select: { packing: true, bytes: true } },
} as const

function checkSnapshots(verdict: Verdict): Promise<string | null> {
  return walk(
    (after) =>
      db.snapshot.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        take: 50,
        select: archived,
      }),
    async ({ id, original, bytesSha256, text, textSha256 }) => {
      const bytes = await unpackOriginal(original).catch(() => null)
      if (!bytes || sha256(bytes) !== bytesSha256) return `Snapshot ${id}: its bytes do not match their hash.`
      if (sha256(text) !== textSha256) return `Snapshot ${id}: its text does not match its hash.`
      verdict.snapshots++
      return null
    },
  )
}

function checkExcerpts(verdict: Verdict): Promise<string | null> {
  const quoted = { id: true, exact: true, prefix: true, suffix: true, start: true, end: true }
  const select = { id: true, text: true, excerpts: { select: quoted } }
  return walk(
    (after) =>
      db.snapshot.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: 50, select }),
    ({ id, text, excerpts }) => {
      for (const { exact, prefix, suffix, start, end, ...excerpt } of excerpts) {
        const around = text.slice(start - prefix.length, end + suffix.length)
        if (text.slice(start, end) !== exact || around !== prefix + exact + suffix)
          return `Excerpt ${excerpt.id} does not stand at ${start}–${end} of snapshot ${id}.`
        verdict.excerpts++
      }
      return null
    },
  )
}

function checkUpdates(verdict: Verdict): Promise<string | null> {
  return walk(
    (after) => unscopedUpdatesForLedger(db, after, 200),
    async ({ withdrawal, ...update }) => {
      const { id, supersedesId, publishedAt } = update
      const entries = await db.ledgerEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })
      const published = entries.filter(
        (entry) => entry.kind === (supersedesId ? 'UPDATE_CORRECTED' : 'UPDATE_PUBLISHED'),
      )
      const withdrawn = entries.filter((entry) => entry.kind === 'UPDATE_WITHDRAWN')
      const at = publishedAt?.getTime()
      if (!only(published, updateSubject(update)) || published[0]?.at.getTime() !== at)
        return `Update ${id} does not say what its ledger entry says, or has none.`
      const isSound = withdrawal ? only(withdrawn, withdrawalSubject(id, withdrawal)) : withdrawn.length === 0
      if (!isSound) return `The withdrawal of update ${id} does not agree with the ledger.`
      verdict.updates++
      return null
    },
  )
}

/** Merges are few: both sides are read whole. */
async function checkMerges(verdict: Verdict): Promise<string | null> {
  const [entries, merges] = await Promise.all([
    db.ledgerEntry.findMany({
      where: { kind: 'COMMITMENT_MERGED' },
      select: { subjectId: true, at: true, body: true },
    }),
    db.merge.findMany({ select: { commitmentId: true, intoId: true, reason: true, mergedAt: true } }),
  ])
  const said = new Map(entries.map((entry) => [entry.subjectId, entry]))
  for (const { commitmentId, intoId, reason, mergedAt } of merges) {
    const entry = said.get(commitmentId)
    const { subject } = JSON.parse(entry?.body ?? '{"subject":{}}') as { subject: Record<string, unknown> }
    if (subject.intoId !== intoId || subject.reason !== reason || entry?.at.getTime() !== mergedAt.getTime())
      return `The merge of commitment ${commitmentId} does not say what its ledger entry says, or has none.`
    verdict.merges++
  }
  const missing = entries.find(({ subjectId }) => !merges.some((each) => each.commitmentId === subjectId))
  return missing ? `The merge of commitment ${missing.subjectId} is in the ledger, and is missing.` : null
}

function only(entries: Entry[], subject: Record<string, unknown>): boolean {
  const [entry] = entries
  return entries.length === 1 && entry !== undefined && subjectOf(entry) === subjectOf(subject)
}
