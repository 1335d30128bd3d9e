// Begins, stops and keeps captures.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { unscopedDropOriginal, unscopedStoreOriginal } from '#lib/articles/originals.ts'
import { archiveText, recordArticle } from '#lib/articles/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { type CaptureActInput, type CaptureInput, type KeepInput, typeOfName } from '#lib/captures/input.ts'
import {
  captureInstants,
  captureSituation,
  captureState,
  sameAddresses,
  unfinishedCaptures,
} from '#lib/captures/rules.ts'
import { StoredAnswer, StoredReading } from '#lib/captures/stored.ts'
import { db, once, Prisma, type Tx } from '#lib/database/client.ts'
import { Conflict, invalid, NotFound } from '#lib/errors.ts'
import { requestKeyOf } from '#lib/forms/request-key.ts'
import { storableText } from '#lib/forms/storable.ts'
import { sha256 } from '#lib/hash.ts'
import { enqueue } from '#lib/queue.ts'

type Act = z.output<typeof CaptureActInput>
const working = { fetchingAt: null, readingAt: null, readAt: null, failedAt: null, cancelledAt: null }

/**
 * Begins a capture and queues it for the worker. An address that is recorded already begins nothing: `articleId`
 * names the record, unless a newer snapshot of it was asked for. The same source sent twice by one form is one capture.
 */
export async function startCapture(
  viewer: Member,
  input: z.output<typeof CaptureInput>,
  now = new Date(),
): Promise<{ captureId: string } | { articleId: string }> {
  authorize(viewer, 'capture.start', 'any')
  const { articleId, title, selection, address } = input
  if (articleId && !(await db.article.count({ where: { id: articleId } }))) throw new NotFound('article')
  const known = articleId || !address ? null : await knownArticle(address)
  if (known) return { articleId: known }
  const bytes =
    input.way === 'paste'
      ? new TextEncoder().encode(input.text)
      : input.way === 'file'
        ? new Uint8Array(await input.file.arrayBuffer())
        : null
  const method = { address: 'ADDRESS', paste: 'PASTED', file: 'UPLOADED' } as const
  const fileName = input.way === 'file' ? storableText(input.file.name.slice(-200)) : null
  const said = [method[input.way], address, fileName, title, selection, articleId, bytes && sha256(bytes)]
  const requestKey = requestKeyOf(viewer, input.requestKey, said)
  const make = () =>
    db.$transaction(async (tx) => {
      const { id } = await tx.capture.create({
        data: {
          method: method[input.way],
          address,
          fileName,
          contentType: fileName ? typeOfName(fileName) : input.way === 'paste' ? 'text/plain' : null,
          hint: { title, selection },
          articleId,
          originalSha256: bytes && (await unscopedStoreOriginal(tx, bytes)),
          requestKey,
          startedById: viewer.id,
          startedAt: now,
        },
        select: { id: true },
      })
      await enqueue(tx, 'capture', { id })
      await unscopedNote(tx, viewer, 'CAPTURED', { id, words: address ?? fileName ?? 'pasted text' })
      return { captureId: id }
    })
  const find = async () => {
    const before = requestKey
      ? await db.capture.findUnique({ where: { requestKey }, select: { id: true } })
      : null
    return before && { captureId: before.id }
  }
  return once(find, make)
}

/** Begins to read the bytes of a snapshot again with the present extractor; a person then compares the two readings. */
export async function rereadSnapshot(viewer: Member, { id }: Act): Promise<string> {
  authorize(viewer, 'capture.start', 'any')
  const snapshot = await db.snapshot.findUnique({
    where: { id },
    select: {
      articleId: true,
      bytesSha256: true,
      contentType: true,
      finalAddress: true,
      hops: true,
      headers: true,
      method: true,
    },
  })
  if (!snapshot) throw new NotFound('snapshot')
  const { method, bytesSha256, articleId, contentType, ...answer } = snapshot
  if (method === 'PASTED')
    throw invalid('', 'A pasted text stays as it was pasted: there is nothing to read again.')
  return readAgain(viewer, { articleId, bytesSha256, contentType, answer })
}

type Before = {
  articleId: string
  bytesSha256: string
  contentType: string | null
  answer: { finalAddress: string | null; hops?: unknown; headers?: unknown; lookedAt?: Date }
}

/** Begins a capture over bytes taken before, with the answer that brought them, and returns its id. */
export async function readAgain(viewer: Member, { bytesSha256, answer, ...from }: Before): Promise<string> {
  authorize(viewer, 'capture.start', 'any')
  const { hops, headers, ...rest } = answer
  const kept = StoredAnswer.parse({ ...rest, hops: hops ?? [], headers: headers ?? {} })
  return db.$transaction(async (tx) => {
    const capture = await tx.capture.create({
      data: {
        ...from,
        method: 'REREAD',
        address: answer.finalAddress,
        originalSha256: bytesSha256,
        answer: { ...kept, lookedAt: kept.lookedAt?.toISOString() ?? null },
        startedById: viewer.id,
      },
      select: { id: true },
    })
    await enqueue(tx, 'capture', capture)
    return capture.id
  })
}

/** The id of the article recorded under this address or one that means the same page. */
async function knownArticle(address: string): Promise<string | null> {
  const where = { address: { in: sameAddresses(address) } }
  return (await db.article.findFirst({ where, select: { id: true } }))?.id ?? null
}

/** Stops a capture that runs; the worker lets go of it within a second. */
export async function cancelCapture(viewer: Member, { id }: Act, now = new Date()): Promise<void> {
  authorize(viewer, 'capture.cancel', captureSituation(await found(db, id)))
  await db.capture.updateMany({ where: { id, ...unfinishedCaptures }, data: { cancelledAt: now } })
}

/** Begins a failed or cancelled capture again from its first step. */
export async function retryCapture(viewer: Member, { id }: Act, now = new Date()): Promise<void> {
  const capture = await found(db, id)
  authorize(viewer, 'capture.retry', captureSituation(capture))
  await db.$transaction(async (tx) => {
    const answer = capture.method === 'REREAD' ? {} : { answer: Prisma.DbNull }
    const again = { ...working, fault: null, detail: null, retryAt: null, ...answer }
    const { count } = await tx.capture.updateMany({
      where: { id, attempt: capture.attempt },
      data: { ...again, attempt: { increment: 1 }, startedAt: now },
    })
    // Pressed twice at once: the first press has begun it.
    if (count) await enqueue(tx, 'capture', { id })
  })
}

/** Throws away a capture that came to nothing, or that nobody wants, with its bytes. */
export async function discardCapture(viewer: Member, { id }: Act): Promise<void> {
  const capture = await found(db, id)
  authorize(viewer, 'capture.discard', captureSituation(capture))
  await db.$transaction(async (tx) => {
    await tx.capture.deleteMany({ where: { id, keptAt: null } })
    if (capture.originalSha256) await unscopedDropOriginal(tx, capture.originalSha256)
  })
}

/**
 * Archives what a capture read, as a new article with the facts a person has checked, or as a newer snapshot of the
 * article the capture is of. Queues the ranking of its passages. Pressed twice, it answers the same.
 */
export async function keepCapture(
  viewer: Member,
  { id, ...facts }: z.output<typeof KeepInput>,
  now = new Date(),
): Promise<{ articleId: string; snapshotId: string }> {
  return keep(viewer, id, (tx) => recordArticle(viewer, tx, { ...facts, requestKey: null }, { now }), now)
}

/** Archives what a capture read as a newer snapshot of the article it is of. */
export async function keepAsSnapshot(viewer: Member, { id }: Act, now = new Date()) {
  const capture = await found(db, id)
  const { articleId } = capture
  if (!articleId) throw new NotFound('article')
  return keep(viewer, id, async () => articleId, now)
}

async function keep(viewer: Member, id: string, articleOf: (tx: Tx) => Promise<string>, now: Date) {
  return db.$transaction(async (tx) => {
    // The lock makes a second press wait for the first, and then find what it kept.
    await tx.$queryRaw`SELECT id FROM "Capture" WHERE id = ${id} FOR UPDATE`
    const capture = await found(tx, id)
    if (capture.snapshot && captureState(capture) === 'kept')
      return { articleId: capture.snapshot.articleId, snapshotId: capture.snapshot.id }
    const situation = captureSituation(capture)
    if (situation === 'running' || !capture.originalSha256)
      throw new Conflict('This capture is not read yet: wait until its last step is done.')
    authorize(viewer, 'capture.keep', situation)
    const { extractorVersion, text, layout, charset } = StoredReading.parse(capture.reading)
    const { lookedAt, ...answer } = StoredAnswer.parse(capture.answer ?? {})
    const articleId = await articleOf(tx)
    const { originalSha256: bytesSha256, contentType } = capture
    // What a live check saw was archived then, from its address, however much later a person decides.
    const method = lookedAt ? 'ADDRESS' : capture.method
    const taken = { method, bytesSha256, text, layout, extractorVersion, charset, contentType, ...answer }
    const snapshotId = await archiveText(viewer, tx, articleId, taken, lookedAt ?? now)
    await tx.capture.updateMany({ where: { id }, data: { keptAt: now, snapshotId } })
    await enqueue(tx, 'rank', { id: snapshotId })
    return { articleId, snapshotId }
  })
}

async function found(tx: Tx, id: string) {
  const capture = await tx.capture.findUnique({
    where: { id },
    select: {
      ...captureInstants,
      attempt: true,
      method: true,
      articleId: true,
      originalSha256: true,
      contentType: true,
      answer: true,
      reading: true,
      snapshot: { select: { id: true, articleId: true } },
    },
  })
  if (!capture) throw new NotFound('capture')
  return capture
}
