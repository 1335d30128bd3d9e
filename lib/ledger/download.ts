// Export of the ledger as JSON Lines, to keep and verify: the head, each checkpoint, each entry.

import { hourMs } from '#lib/dates.ts'
import { readNote } from '#lib/ledger/note.ts'
import { type ChainLink, chainFault, type Entry, genesis, type LedgerKind } from '#lib/ledger/rules.ts'

export type DownloadOpening = {
  ledger: string
  publicKey: string | null
  at: string
  seq: number
  hash: string
}
export type DownloadLine = DownloadOpening | { hash: string; body: string } | { checkpoint: string }

/** What a check came to. `key` is the one that the checkpoints were held against. */
export type DownloadVerdict = {
  entries: number
  checkpoints: number
  key: string | null
  fault: string | null
}

/**
 * Checks a download line by line, in no more memory than its checkpoints take. Finds entries that were changed,
 * removed, put in or reordered (the chain), and a history made anew (no checkpoint fits it). `key`, known from
 * elsewhere, finds a swapped key; `trusted`, a checkpoint kept from earlier, finds a tail cut off with its checkpoints.
 */
export async function verifyDownload(
  lines: AsyncIterable<string> | Iterable<string>,
  { key = null, trusted = null }: { key?: string | null; trusted?: string | null } = {},
): Promise<DownloadVerdict> {
  const found: DownloadVerdict = { entries: 0, checkpoints: 0, key, fault: null }
  const fail = (fault: string): DownloadVerdict => ({ ...found, fault })
  const wanted = new Map<number, string>()
  let opening: DownloadOpening | undefined
  let before: ChainLink = genesis
  let unsigned: Date | undefined
  let newest = 0
  for await (const text of lines) {
    const line = read(text)
    if (!line) return fail(`After entry ${before.seq} stands a line that is not one of a ledger.`)
    if ('ledger' in line) {
      if (opening) return fail('The file begins twice.')
      opening = line
      found.key = key ?? line.publicKey
      const old = trusted === null ? null : readNote(trusted, found.key ?? '')
      if (old && 'fault' in old) return fail(`The checkpoint you trust: ${old.fault}`)
      if (old) wanted.set(old.seq, old.hash)
      continue
    }
    if (!opening) return fail('The file does not begin like a ledger.')
    if ('checkpoint' in line) {
      if (before.seq) return fail('A checkpoint stands after the first entry.')
      const note = readNote(line.checkpoint, found.key ?? '')
      if ('fault' in note) return fail(note.fault)
      if ((wanted.get(note.seq) ?? note.hash) !== note.hash)
        return fail(`Two checkpoints disagree about entry ${note.seq}.`)
      wanted.set(note.seq, note.hash)
      newest = Math.max(newest, note.seq)
      found.checkpoints++
      continue
    }
    const entry = entryFrom(before, line)
    if (!entry) return fail(`Entry ${before.seq + 1} is not one of a ledger.`)
    const fault = chainFault(before, entry)
    if (fault) return fail(fault)
    const signed = wanted.get(entry.seq)
    if (signed && signed !== entry.hash) return fail(`Entry ${entry.seq} is not the one that was signed.`)
    wanted.delete(entry.seq)
    if (entry.seq > newest) unsigned ??= entry.at
    before = entry
    found.entries = entry.seq
  }
  if (!opening) return fail('The file is empty.')
  const [missing] = wanted.keys()
  if (missing !== undefined) return fail(`Entry ${missing} was signed, and is missing.`)
  if (before.seq !== opening.seq || before.hash !== opening.hash)
    return fail(`The file says that it ends with entry ${opening.seq}, and it does not.`)
  if (found.key && unsigned && new Date(opening.at).getTime() - unsigned.getTime() > hourMs)
    return fail(`Entries after ${newest} should have been signed within the hour, and were not.`)
  return found
}

function read(text: string): DownloadLine | null {
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line !== 'object' || line === null) return null
    const has = (...names: string[]) => names.every((name) => typeof Reflect.get(line, name) === 'string')
    const isLine = has('ledger', 'at', 'hash') || has('checkpoint') || has('hash', 'body')
    return isLine ? (line as DownloadLine) : null
  } catch {
    return null
  }
}

/** The columns of an entry are those of its body; a body in another spelling than RFC 8785 is refused by its hash. */
function entryFrom(before: ChainLink, { hash, body }: { hash: string; body: string }): Entry | null {
  try {
    const { seq, kind, at, subject } = JSON.parse(body) as {
      seq: number
      kind: LedgerKind
      at: string
      subject: { id: string }
    }
    return { seq, kind, subjectId: subject.id, at: new Date(at), body, prevHash: before.hash, hash }
  } catch {
    return null
  }
}
