// Checkpoints of the ledger: signs its head, as transparency logs do, and hands out what was signed.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { always } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import type { DownloadOpening } from '#lib/ledger/download.ts'
import { keyFrom, signNote, verifierKey } from '#lib/ledger/note.ts'

const origin = () => `${new URL(env().BASE_URL).host}/ledger`
const key = () => {
  const seed = env().LEDGER_KEY
  return seed ? keyFrom(seed) : null
}

/** Signs the head as it stands, unless that was done. Without a key (LEDGER_KEY) nothing is signed. */
export async function signHead(viewer: Viewer, now = new Date()): Promise<void> {
  authorize(viewer, 'ledger.check', 'any')
  const signing = key()
  const head = await db.ledgerHead.findUnique({ where: { id: 1 }, select: { seq: true, hash: true } })
  if (!signing || !head?.seq) return
  const note = signNote({ ...head, origin: origin(), at: now }, signing)
  await db.checkpoint.createMany({ data: [{ seq: head.seq, at: now, note }], skipDuplicates: true })
}

/** The public part of the key, and at `known` the newest checkpoint and how many there were. */
export async function getSigned(viewer: Viewer, known = always) {
  authorize(viewer, 'ledger.read', 'any')
  const signing = key()
  const [newest, count] = await Promise.all([
    db.checkpoint.findFirst({
      where: { at: { lte: known } },
      orderBy: { seq: 'desc' },
      select: { seq: true, at: true, note: true },
    }),
    db.checkpoint.count({ where: { at: { lte: known } } }),
  ])
  return { publicKey: signing && verifierKey(origin(), signing), newest, count }
}

const pageSize = 1_000

/** The whole ledger, line by line, as lib/ledger/download.ts reads it, in the memory of one page of entries. */
export async function* downloadLedger(viewer: Viewer, now = new Date()): AsyncGenerator<string> {
  authorize(viewer, 'ledger.read', 'any')
  const head = await db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
  const signing = key()
  const opening: DownloadOpening = {
    ledger: origin(),
    publicKey: signing && verifierKey(origin(), signing),
    at: now.toISOString(),
    seq: head.seq,
    hash: head.hash,
  }
  yield line(opening)
  // What was appended meanwhile is left out, so that the file is of one moment.
  for (let after = 0; ; ) {
    const rows = await db.checkpoint.findMany({
      where: { seq: { gt: after, lte: head.seq } },
      orderBy: { seq: 'asc' },
      take: pageSize,
    })
    if (rows.length === 0) break
    yield rows.map(({ note }) => line({ checkpoint: note })).join('')
    after = rows.at(-1)?.seq ?? after
  }
  for (let after = 0; after < head.seq; after += pageSize) {
    const rows = await db.ledgerEntry.findMany({
      where: { seq: { gt: after, lte: Math.min(after + pageSize, head.seq) } },
      orderBy: { seq: 'asc' },
      select: { hash: true, body: true },
    })
    yield rows.map(line).join('')
  }
}

const line = (value: object) => `${JSON.stringify(value)}\n`
