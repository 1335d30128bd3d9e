// The hash chain of the ledger: an entry's bytes (canonical JSON, RFC 8785) and hash, and how entries link.

import canonicalize from 'canonicalize'
import type { LedgerKind } from '#lib/generated/prisma/enums.ts'
import { sha256 } from '#lib/hash.ts'

export type { LedgerKind }
export type ChainLink = { seq: number; at: Date; hash: string }
export type Entry = {
  seq: number
  kind: LedgerKind
  subjectId: string
  at: Date
  body: string
  prevHash: string
  hash: string
}
export type Subject = Record<string, unknown>

/** What stands before the first entry. */
export const genesis: ChainLink = { seq: 0, at: new Date(0), hash: '0'.repeat(64) }

/** JSON as RFC 8785 (JCS) writes it, so that equal content has equal bytes. */
export function canonical(value: Subject): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Only JSON can enter the ledger.')
  return text
}

/**
 * The entry that follows `head`: hash = SHA-256(prevHash ‖ LF ‖ body), the hashes in lower-case hexadecimal and
 * body the canonical JSON of {seq, kind, at, subject}. The database recomputes the same in guard_entry().
 */
export function chainStep(
  head: ChainLink,
  at: Date,
  kind: LedgerKind,
  subjectId: string,
  subject: Subject,
): Entry {
  const seq = head.seq + 1
  const body = canonical({ seq, kind, at: at.toISOString(), subject: { ...subject, id: subjectId } })
  return { seq, kind, subjectId, at, body, prevHash: head.hash, hash: sha256(`${head.hash}\n${body}`) }
}

/** The canonical words for a subject, or those that an entry holds: equal when they say the same. */
export function subjectOf(said: Entry | Subject): string {
  if (!('prevHash' in said)) return canonical(said)
  const { subject } = JSON.parse(String(said.body)) as { subject: Subject }
  return canonical(subject)
}

/** The first thing wrong with `entry` as the successor of `before`, as a sentence; null when it is sound. */
export function chainFault(before: ChainLink, entry: Entry): string | null {
  if (entry.seq !== before.seq + 1)
    return `Entry ${before.seq + 1} is missing: ${entry.seq} follows ${before.seq}.`
  if (entry.prevHash !== before.hash)
    return `Entry ${entry.seq} does not name the hash of the entry before it.`
  if (sha256(`${entry.prevHash}\n${entry.body}`) !== entry.hash)
    return `Entry ${entry.seq} does not match its hash.`
  if (entry.at <= before.at) return `Entry ${entry.seq} is dated before the one it follows.`
  return disagreement(entry)
}

function disagreement(entry: Entry): string | null {
  const said: unknown = JSON.parse(entry.body)
  if (canonical(said as Subject) !== entry.body) return `Entry ${entry.seq} is spelled as no entry is.`
  const { seq, kind, at, subject } = said as {
    seq: number
    kind: string
    at: string
    subject: { id: string }
  }
  const agrees =
    seq === entry.seq &&
    kind === entry.kind &&
    at === entry.at.toISOString() &&
    subject.id === entry.subjectId
  return agrees ? null : `Entry ${entry.seq}: its columns do not agree with its body.`
}
